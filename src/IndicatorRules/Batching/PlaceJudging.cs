using System.Collections.Immutable;
using System.Runtime.InteropServices;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Evaluating;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>One place on its way from facts to verdicts: rows that are wrong are told, left out, and judged Undetermined.</summary>
internal sealed class PlaceJudging(
    PreparedScheme prepared, BatchOptions options, FactsFile file, ImmutableDictionary<FactPath, string> faults, DiagnosticBag bag)
{
    private readonly Dictionary<FactPath, string> _faults = new(faults);

    internal ImmutableArray<YearVerdicts> Run()
    {
        if (options.Year is { } asked && file.Facts.Find(asked) is null)
        {
            var there = string.Join(", ", file.Facts.Years.Select(y => y.Year));
            bag.Add(DiagnosticCatalog.FactsLackYear, file.At(default), $"{asked}", there);
            return [];
        }

        var told = bag.Count;
        if (file.IsBuilt)
        {
            BuiltFacts.Validate(file, bag);
        }

        if (bag.ErrorAfter(told) is not null)
        {
            return [];
        }

        CheckRows();
        var sound = file.Without([.. _faults.Keys.Where(f => f.Year > 0)]);
        return options.WithReasons || prepared.Guard.IsApart ? Rows(sound) : Statuses(sound);
    }

    private IEnumerable<int> Years => file.Facts.Years.Select(y => y.Year).Where(y => options.Year is null || y == options.Year);

    private void CheckRows()
    {
        foreach (var path in FactsOfOneYear.Validate(file, bag))
        {
            _faults.TryAdd(path with { Item = "" }, DiagnosticCatalog.FactsTwoFigures.Id);
        }

        foreach (var year in file.Facts.Years)
        {
            FactsChecks.Renamed(file, year, prepared.Known, bag);
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                var before = bag.Count;
                FactsChecks.Run(file, year, i, prepared.Known, bag);
                NoteError(before, new FactPath(year.Year, year.Indicators[i].Id));
            }
        }
    }

    private void NoteError(int before, FactPath path)
    {
        if (bag.Count > before && bag.ErrorAfter(before) is { } error)
        {
            _faults.TryAdd(path, error.Id);
        }
    }

    private ImmutableArray<YearVerdicts> Statuses(FactsFile sound)
    {
        var run = prepared.Rent();
        try
        {
            var before = bag.Count;
            run.Turn(sound, bag);
            NoteError(before, PlaceInput.WholePlace);
            var statuses = new Statuses[prepared.Scheme.Indicators.Length];
            return [.. Years.Select(year => Verdicts(year, () =>
            {
                run.Judge(sound.Facts, year, statuses);
                return (Array.ConvertAll(statuses, s => new RowVerdict(new Verdict(s.Proven, s.Claimed))), run.JudgeDue(sound.Facts, year));
            }))];
        }
        finally
        {
            prepared.Return(run);
        }
    }

    private ImmutableArray<YearVerdicts> Rows(FactsFile sound)
    {
        var before = bag.Count;
        var places = Assessor.Places(sound, prepared.Scheme, bag);
        NoteError(before, PlaceInput.WholePlace);
        return [.. Years.Select(year => Verdicts(
            year, () => Ask(new EvaluationJob(prepared.Compiled, sound.Facts, places, year, options.WithReasons))))];
    }

    private (RowVerdict[] Rows, ImmutableArray<DueVerdict> Due) Ask(EvaluationJob job)
    {
        var before = bag.Count;
        var rows = prepared.Guard.Judge(job, bag, CancellationToken.None);
        return bag.ErrorAfter(before) is { } failed
            ? ([.. prepared.Scheme.Indicators.Select(_ => new RowVerdict(default, failed.Id))], Due(job.Year, (_, _) => default))
            : ([.. rows.Select(r => new RowVerdict(r.Rule))], Due(job.Year, (i, stage) => rows[i].Stages[stage]));
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
        var whole = _faults.GetValueOrDefault(PlaceInput.WholePlace);
        var (verdicts, due) = whole is null ? judge() : (new RowVerdict[indicators.Length], Due(year, (_, _) => default));
        for (var i = 0; _faults.Count > 0 && i < indicators.Length; i++)
        {
            if (whole is not null || _faults.TryGetValue(new FactPath(year, indicators[i].Id), out _))
            {
                verdicts[i] = new RowVerdict(default, whole ?? _faults[new FactPath(year, indicators[i].Id)]);
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
