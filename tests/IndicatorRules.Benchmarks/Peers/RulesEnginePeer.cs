using RulesEngine.Models;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>RulesEngine: one workflow per scheme, one rule per rule.</summary>
/// <remarks>
/// Its rules answer yes or no. Each therefore hands its answer to a sink and says yes: the two statuses come out whole,
/// and nothing is timed that the engine would not do for a plain condition.
/// </remarks>
internal sealed class RulesEnginePeer : IPeer
{
    private const string National = "national";
    private const string Shanxi = "shanxi";
    private const string County = "county";

    private readonly RulesEngine.RulesEngine _engine;
    private readonly RuleParameter[][] _inputs;
    private readonly AnswerSink _nation = new();
    private readonly AnswerSink _province = new();
    private readonly AnswerSink _county = new();

    internal RulesEnginePeer(PlainPlace[] places)
    {
        Workflow[] workflows =
        [
            WorkflowOf(National, RuleTexts.National, (row, text) => $"nation.Take({row}, {text})"),
            WorkflowOf(Shanxi, RuleTexts.Shanxi, (row, text) => $"province.Take({row}, {text})"),
            WorkflowOf(County, RuleTexts.County, (row, text) => $"county.Take({row}, {Asking(text, row)})"),
        ];
        _engine = new RulesEngine.RulesEngine(workflows, new ReSettings { CustomTypes = [typeof(Words), typeof(PlainClimate)] });
        _inputs =
        [
            .. places.Select(p => (RuleParameter[])
                [new("p", p), new("nation", _nation), new("province", _province), new("county", _county)]),
        ];
    }

    public string Name => "RulesEngine 6.0.1";

    public void Judge(int place, Span<Answer> answers)
    {
        Run(National, place);
        Run(Shanxi, place);
        Run(County, place);
        _county.CopyTo(answers);
    }

    private static Workflow WorkflowOf(string name, IReadOnlyList<(string Id, string Text)> texts, Func<int, string, string> expression) => new()
    {
        WorkflowName = name,
        Rules = [.. texts.Select(t => new Rule { RuleName = t.Id, Expression = expression(RuleTexts.RowOf(t.Id), t.Text) })],
    };

    private static string Asking(string text, int row) => text == "s" ? $"province.At({row})" : $"Words.All(nation.At({row}), province.At({row}))";

    private void Run(string workflow, int place)
    {
        foreach (var result in _engine.ExecuteAllRulesAsync(workflow, _inputs[place]).AsTask().GetAwaiter().GetResult())
        {
            if (!result.IsSuccess)
            {
                throw new InvalidOperationException($"{result.Rule.RuleName}: {result.ExceptionMessage}");
            }
        }
    }
}
