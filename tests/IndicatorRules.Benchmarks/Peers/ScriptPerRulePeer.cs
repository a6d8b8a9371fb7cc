using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>One <c>CSharpScript</c> per rule of the three schemes, made a delegate once, as in the tutorials, or optimised too.</summary>
internal sealed class ScriptPerRulePeer : IPeer
{
    private readonly ThreeSchemes<ScriptRunner<Answer>> _rules;
    private readonly ScriptGlobals[] _globals;

    private readonly OptimizationLevel _level;

    internal ScriptPerRulePeer(PlainPlace[] places, OptimizationLevel level)
    {
        _level = level;
        var options = ScriptOptions.Default
            .WithReferences(typeof(Words).Assembly)
            .WithImports(typeof(Words).Namespace!)
            .WithOptimizationLevel(level);
        _rules = new(text => CSharpScript.Create<Answer>(text, options, typeof(ScriptGlobals)).CreateDelegate());
        _globals = [.. places.Select(p => new ScriptGlobals { p = p })];
    }

    public string Name => _level == OptimizationLevel.Debug ? "CSharpScript per rule 5.12.0" : "the same, optimised";

    public void Judge(int index, Span<Answer> answers)
    {
        var globals = _globals[index];
        for (var i = 0; i < answers.Length; i++)
        {
            var (national, shanxi, county) = _rules[i];
            if (national is not null)
            {
                globals.n = national(globals).GetAwaiter().GetResult();
            }

            globals.s = shanxi(globals).GetAwaiter().GetResult();
            answers[i] = county(globals).GetAwaiter().GetResult();
        }
    }
}
