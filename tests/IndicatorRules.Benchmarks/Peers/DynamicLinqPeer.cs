using System.Linq.Dynamic.Core;
using System.Linq.Dynamic.Core.CustomTypeProviders;
using System.Linq.Expressions;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>One compiled System.Linq.Dynamic.Core lambda per rule of the three schemes.</summary>
internal sealed class DynamicLinqPeer : IPeer
{
    private readonly PlainPlace[] _places;
    private readonly ThreeSchemes<Func<PlainPlace, Answer, Answer, Answer>> _rules;

    internal DynamicLinqPeer(PlainPlace[] places)
    {
        _places = places;
        var config = new ParsingConfig();
        config.CustomTypeProvider = new DefaultDynamicLinqCustomTypeProvider(config, [typeof(Words), typeof(PlainClimate)]);
        _rules = new(text => Compile(config, text));
    }

    public string Name => "System.Linq.Dynamic.Core 1.7.4";

    public void Judge(int index, Span<Answer> answers)
    {
        var facts = _places[index];
        for (var i = 0; i < answers.Length; i++)
        {
            var (national, shanxi, county) = _rules[i];
            var n = national is null ? default : national(facts, default, default);
            answers[i] = county(facts, n, shanxi(facts, default, default));
        }
    }

    private static Func<PlainPlace, Answer, Answer, Answer> Compile(ParsingConfig config, string text)
    {
        ParameterExpression[] parameters =
        [
            Expression.Parameter(typeof(PlainPlace), "p"), Expression.Parameter(typeof(Answer), "n"),
            Expression.Parameter(typeof(Answer), "s"),
        ];
        return (Func<PlainPlace, Answer, Answer, Answer>)DynamicExpressionParser.ParseLambda(
            config, parameters, typeof(Answer), text).Compile();
    }
}
