using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Assessing;

/// <summary>Judges many places and years by one scheme: the statuses of its indicators alone, no stages, no reasons, nothing made per row.</summary>
/// <remarks>One thread at a time; each worker has its own. Judges by the same scheme to its end. Dispose hands the rules back.</remarks>
internal sealed class StatusRun : IDisposable
{
    private readonly CompiledScheme _compiled;
    private readonly SchemeRules _rules;

    /// <summary>Takes over the caller's hold.</summary>
    internal StatusRun(CompiledScheme compiled)
    {
        _compiled = compiled;
        _rules = compiled.Rent();
    }

    internal Scheme Scheme => _compiled.Scheme;

    /// <summary>Turns to a place; what its attributes lack is told as for an assessment, and the place must then not be judged.</summary>
    internal void Turn(FactsFile place, DiagnosticBag bag)
    {
        var values = Assessor.Places(place, Scheme, bag);
        _rules.BindPlace(scheme => values[scheme.Key]);
    }

    /// <summary>Judges one year of the place last turned to.</summary>
    /// <param name="facts">All years of the place: words about trends look back.</param>
    /// <param name="year">The year judged; all rows are judged as absent where the facts do not have it.</param>
    /// <param name="statuses">Filled with one entry per indicator, in the scheme's order.</param>
    internal void Judge(PlaceFacts facts, int year, Span<Statuses> statuses)
    {
        var rows = facts.Find(year);
        for (var i = 0; i < Scheme.Indicators.Length; i++)
        {
            var rule = _rules[i];
            rule.Bind(new Binding(facts, rows?.Find(Scheme.Indicators[i].Id), year, year, WithReasons: false));
            var verdict = rule.JudgeSafely(RuleContext.NearestRule);
            statuses[i] = new Statuses(verdict.Proven, verdict.Claimed);
        }
    }

    public void Dispose()
    {
        _compiled.Return(_rules);
        _compiled.Release();
    }
}
