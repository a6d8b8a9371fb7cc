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

/// <summary>Judges many places and years by one scheme: statuses only, without reasons and without allocations per row.</summary>
/// <remarks>One thread at a time; each worker has its own. Keeps the scheme that it began with. Dispose returns the rules.</remarks>
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

    /// <summary>Binds a place; reports missing attributes, and then the place must not be judged.</summary>
    internal void Turn(FactsFile place, DiagnosticBag bag)
    {
        var before = bag.Count;
        var values = Assessor.Places(place, Scheme, bag);
        if (bag.ErrorAfter(before) is null)
        {
            _rules.BindPlace(scheme => values[scheme.Key]);
        }
    }

    /// <summary>Judges one year of the bound place.</summary>
    /// <param name="facts">All years of the place, which trends need.</param>
    /// <param name="year">The year to judge; if it has no facts, all rows are judged as absent.</param>
    /// <param name="statuses">Receives one entry per indicator, in the scheme's order.</param>
    internal void Judge(PlaceFacts facts, int year, Span<Statuses> statuses)
    {
        Bind(facts, year);
        Judge(statuses);
    }

    /// <summary>Judges the dated targets that are due in a year, each on the facts of its own year, to which it binds the rules.</summary>
    internal ImmutableArray<DueVerdict> JudgeDue(PlaceFacts facts, int year) => year < _firstDue ? [] : JudgeTargets(facts, year);

    private ImmutableArray<DueVerdict> JudgeTargets(PlaceFacts facts, int year)
    {
        var due = ImmutableArray.CreateBuilder<DueVerdict>();
        foreach (var (indicator, stage, of) in _dated.Where(d => d.Year <= year))
        {
            var row = facts.RowOf(of, _ids[indicator], indicator);
            _rules[indicator].Bind(new RuleInput(facts, row, of, of, WithReasons: false, indicator));
            due.Add(new DueVerdict(indicator, stage, Judge(indicator, stage)));
        }

        return due.DrainToImmutable();
    }

    /// <summary>Binds every rule to its row; the rows can then be judged any number of times.</summary>
    internal void Bind(PlaceFacts facts, int year, bool withReasons = false)
    {
        var rows = facts.Find(year);
        var rules = _rules.Rules;
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i].Bind(new RuleInput(facts, facts.RowOf(year, rows, _ids[i], i), year, year, withReasons, i));
        }
    }

    /// <summary>Judges every bound row.</summary>
    internal void Judge(Span<Statuses> statuses)
    {
        var rules = _rules.Rules;
        var judged = 0;
        while (judged < rules.Length)
        {
            judged += Judge(rules[judged..], statuses[judged..]);
        }
    }

    /// <summary>Judges one bound row.</summary>
    /// <param name="indicator">Its index in the scheme.</param>
    /// <param name="stage">The index of one of its stages; by default the indicator's own rule.</param>
    internal Verdict Judge(int indicator, int stage = RuleContext.NearestRule) => _rules[indicator].JudgeSafely(stage);

    // One guard for all rules until one fails; that one runs again under its own guard.
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

/// <summary>The two statuses of a verdict without its reasons, in two bytes, for tables of many places.</summary>
/// <param name="Proven">The status by figures and recorded states.</param>
/// <param name="Claimed">The same with claims included.</param>
internal readonly record struct Statuses(Status Proven, Status Claimed);
