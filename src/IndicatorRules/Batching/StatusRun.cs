using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Batching;

/// <summary>
/// Judges many places and years by one scheme: the statuses of its indicators alone, no stages, no reasons, nothing made per row.
/// </summary>
/// <remarks>One thread at a time; each worker has its own. Judges by the same scheme to its end. Dispose hands the rules back.</remarks>
internal sealed class StatusRun : IDisposable
{
    private readonly CompiledScheme _compiled;
    private readonly SchemeRules _rules;
    private readonly string[] _ids;
    private readonly (int Indicator, int Stage, int Year)[] _dated;
    private readonly int _firstDue;

    internal StatusRun(CompiledScheme compiled)
    {
        _compiled = compiled;
        _rules = compiled.Rent();
        _ids = [.. compiled.Scheme.Indicators.Select(i => i.Id)];
        _dated = [.. compiled.Scheme.Indicators.SelectMany((row, i) => row.Stages.Select((s, stage) => (i, stage, s.Stage.Year)))];
        _firstDue = _dated.Length == 0 ? int.MaxValue : _dated.Min(d => d.Year);
    }

    internal Scheme Scheme => _compiled.Scheme;

    /// <summary>Turns to a place; what its attributes lack is told as for an assessment, and the place must then not be judged.</summary>
    internal void Turn(FactsFile place, DiagnosticBag bag)
    {
        var before = bag.Count;
        var values = Assessor.Places(place, Scheme, bag);
        if (bag.ErrorAfter(before) is null)
        {
            _rules.BindPlace(scheme => values[scheme.Key]);
        }
    }

    /// <summary>Judges one year of the place last turned to.</summary>
    /// <param name="facts">All years of the place: words about trends look back.</param>
    /// <param name="year">The year judged; all rows are judged as absent where the facts do not have it.</param>
    /// <param name="statuses">Filled with one entry per indicator, in the scheme's order.</param>
    internal void Judge(PlaceFacts facts, int year, Span<Statuses> statuses)
    {
        Bind(facts, year);
        Judge(statuses);
    }

    /// <summary>Judges the dated targets that are due in a year, each by the facts of its own year. Binds the rules to these.</summary>
    internal ImmutableArray<DueVerdict> JudgeDue(PlaceFacts facts, int year) => year < _firstDue ? [] : JudgeTargets(facts, year);

    private ImmutableArray<DueVerdict> JudgeTargets(PlaceFacts facts, int year)
    {
        var due = ImmutableArray.CreateBuilder<DueVerdict>();
        foreach (var (indicator, stage, of) in _dated.Where(d => d.Year <= year))
        {
            var row = facts.Find(of)?.Find(_ids[indicator], indicator);
            _rules[indicator].Bind(new RuleInput(facts, row, of, of, WithReasons: false, indicator));
            due.Add(new DueVerdict(indicator, stage, Judge(indicator, stage)));
        }

        return due.DrainToImmutable();
    }

    /// <summary>Binds every rule to its row, so that they can be judged, even more than once.</summary>
    internal void Bind(PlaceFacts facts, int year, bool withReasons = false)
    {
        var rows = facts.Find(year);
        var rules = _rules.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i].Bind(new RuleInput(facts, facts.RowOf(year, rows, _ids[i], i), year, year, withReasons, i));
        }
    }

    /// <summary>Judges every row last bound.</summary>
    internal void Judge(Span<Statuses> statuses)
    {
        var rules = _rules.Rules;
        var judged = 0;
        while (judged < rules.Length)
        {
            judged += Judge(rules[judged..], statuses[judged..]);
        }
    }

    /// <summary>Judges one row last bound.</summary>
    /// <param name="indicator">Its place in the scheme.</param>
    /// <param name="stage">The place of one of its stages; by default the indicator's own rule.</param>
    internal Verdict Judge(int indicator, int stage = RuleContext.NearestRule) => _rules[indicator].JudgeSafely(stage);

    // One guard for as many rules as do not fail; the one that does is judged once more, guarded by itself.
    private static int Judge(ReadOnlySpan<RuleContext> rules, Span<Statuses> statuses)
    {
        var i = 0;
        try
        {
            for (; i < rules.Length; i++)
            {
                var verdict = rules[i].Judge(RuleContext.NearestRule);
                statuses[i] = new Statuses(verdict.Proven, verdict.Claimed);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var verdict = rules[i].JudgeSafely(RuleContext.NearestRule);
            statuses[i] = new Statuses(verdict.Proven, verdict.Claimed);
            i++;
        }

        return i;
    }

    public void Dispose() => _compiled.Return(_rules);
}
