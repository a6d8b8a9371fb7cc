using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>One place on its way from facts to verdicts: faulty rows are reported, left out, and judged Undetermined.</summary>
internal sealed class PlaceJudging(
    PreparedScheme prepared, BatchOptions options, FactsFile written, DiagnosticBag bag)
{
    private readonly RowFaults _faults = new(written.Faults);

    internal ImmutableArray<YearVerdicts> Run()
    {
        var file = NamedFacts.Of(written, prepared.Known, bag, _faults);
        if (options.Year is { } asked && file.Facts.Find(asked) is null)
        {
            var there = string.Join(", ", file.Facts.Years.Select(y => y.Year));
            bag.Add(DiagnosticCatalog.FactsLackYear, file.At(default), $"{asked}", there);
            return [];
        }

        FactsValidation.Run(file, prepared.Known, bag, _faults);
        var sound = file.Without(_faults.Rows);
        return options.WithReasons || prepared.Scripts.IsIsolated ? Rows(sound) : Statuses(sound);
    }

    private IEnumerable<int> Years => written.Facts.Years.Select(y => y.Year).Where(y => options.Year is null || y == options.Year);

    private ImmutableArray<YearVerdicts> Statuses(FactsFile sound)
    {
        var run = prepared.Rent();
        try
        {
            var before = bag.Count;
            run.Turn(sound, bag);
            _faults.Take(bag, before, RowFaults.WholePlace);
            var statuses = new Statuses[prepared.Scheme.Indicators.Length];
            return [.. Years.Select(year => Verdicts(year, () => Combined(year, Statuses(run, sound, year, statuses))))];
        }
        finally
        {
            prepared.Return(run);
        }
    }

    private static (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) Statuses(
        StatusRun run, FactsFile sound, int year, Statuses[] statuses)
    {
        var (rows, due) = Statuses(run, sound.Facts, year, statuses);
        if (ReferenceEquals(sound.Facts.Measured, sound.Facts))
        {
            return (rows, due);
        }

        // Estimates are declared: what is proven is judged without them.
        var (measured, measuredDue) = Statuses(run, sound.Facts.Measured, year, statuses);
        return (
            [.. measured.Zip(rows, (one, all) => new RowVerdict(new Verdict(one.Verdict.Proven, all.Verdict.Claimed)))],
            [.. measuredDue.Zip(due, (one, all) => all with { Verdict = new Verdict(one.Verdict.Proven, all.Verdict.Claimed) })]);
    }

    // Groups, and rows that their items judge; a row with faulty facts is undetermined.
    private (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) Combined(
        int year, (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) judged)
    {
        if (prepared.Combiner is not { } combiner)
        {
            return judged;
        }

        var (rows, due) = (judged.Rows, judged.Due.ToDictionary(d => (d.Indicator, d.Stage)));
        combiner.Run(
            (row, stage) => _faults.Any && _faults.Of(year, prepared.Scheme.Indicators[row].Id) is not null ? default
                : stage < 0 ? rows[row].Verdict : due.GetValueOrDefault((row, stage)).Verdict,
            (row, stage, verdict) =>
            {
                if (stage < 0)
                {
                    rows[row] = new RowVerdict(verdict);
                }
                else if (due.TryGetValue((row, stage), out var target))
                {
                    due[(row, stage)] = target with { Verdict = verdict };
                }
            },
            withReasons: false);
        return (rows, [.. judged.Due.Select(d => due[(d.Indicator, d.Stage)])]);
    }

    private static (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) Statuses(
        StatusRun run, PlaceFacts facts, int year, Statuses[] statuses)
    {
        run.Judge(facts, year, statuses);
        return (Array.ConvertAll(statuses, s => new RowVerdict(new Verdict(s.Proven, s.Claimed))), run.JudgeDue(facts, year));
    }

    private ImmutableArray<YearVerdicts> Rows(FactsFile sound)
    {
        var before = bag.Count;
        var places = Assessor.Places(sound, prepared.Scheme, bag);
        _faults.Take(bag, before, RowFaults.WholePlace);
        return [.. Years.Select(year => Verdicts(year, () => Ask(
            new JudgingJob(prepared.Compiled, sound.Facts, places, year, options.WithReasons)
            {
                Evidence = options.Evidence,
                Faulty = !_faults.Any ? []
                    : [.. prepared.Scheme.Indicators.Index().Where(i => _faults.Of(year, i.Item.Id) is not null).Select(i => i.Index)],
            })))];
    }

    // A process that ended is restarted and gets the request once more: the place may not have caused its end.
    private (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) Ask(JudgingJob job)
    {
        var first = new DiagnosticBag();
        var judgement = prepared.Scripts.Judge(job, first, CancellationToken.None);
        var before = bag.Count;
        if (first.ErrorAfter(0)?.Id == DiagnosticCatalog.IsolationFailed.Id)
        {
            judgement = prepared.Scripts.Judge(job, bag, CancellationToken.None);
        }
        else
        {
            bag.AddRange(first.ToImmutable());
        }

        return judgement is { Rows: var rows }
            ? ([.. rows.Select(r => new RowVerdict(r.Rule) { Said = r.SaidOfRule })], Due(job.Year, (i, stage) => rows[i].Stages[stage]))
            : ([.. prepared.Scheme.Indicators.Select(_ => new RowVerdict(default, bag.ErrorAfter(before)!.Id))],
                Due(job.Year, (_, _) => default));
    }

    private ImmutableArray<DueVerdict> Due(int year, Func<int, int, Verdict> verdict) =>
    [
        .. prepared.Scheme.Indicators.SelectMany((row, i) => row.Stages
            .Select((s, stage) => (s.Stage.Year, Due: new DueVerdict(i, stage, verdict(i, stage))))
            .Where(s => s.Year <= year).Select(s => s.Due)),
    ];

    private YearVerdicts Verdicts(int year, Func<(RowVerdict[] Rows, ImmutableArray<DueVerdict> Due)> judge)
    {
        var indicators = prepared.Scheme.Indicators;
        var (verdicts, due) = _faults.Whole is null ? judge() : (new RowVerdict[indicators.Length], Due(year, (_, _) => default));
        for (var i = 0; _faults.Any && i < indicators.Length; i++)
        {
            if (_faults.Of(year, indicators[i].Id) is { } fault)
            {
                verdicts[i] = new RowVerdict(default, fault.Id);
            }
        }

        // A target of the same facts as a row that is not judged is not judged either.
        return new YearVerdicts(year, ImmutableCollectionsMarshal.AsImmutableArray(verdicts))
        {
            Due = !due.Any(d => verdicts[d.Indicator].Fault is not null) ? due
                : [.. due.Select(d => verdicts[d.Indicator].Fault is null ? d : d with { Verdict = default })],
        };
    }
}
