using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables;

/// <summary>Counts over the verdicts of a batch. Immutable.</summary>
public readonly record struct BatchCounts
{
    /// <summary>Places read.</summary>
    public int Places { get; init; }

    /// <summary>Places and years judged.</summary>
    public long PlaceYears { get; init; }

    /// <summary>Verdicts 达标 (met).</summary>
    public long Met { get; init; }

    /// <summary>Verdicts 未达标 (not met).</summary>
    public long NotMet { get; init; }

    /// <summary>Verdicts 不适用 (not applicable).</summary>
    public long NotApplicable { get; init; }

    /// <summary>Verdicts 无法判定 (undetermined).</summary>
    public long Undetermined { get; init; }

    /// <summary>Verdicts of any status that rest on a claim.</summary>
    public long Declared { get; init; }

    /// <summary>Met verdicts that rest on a claim.</summary>
    public long DeclaredMet { get; init; }

    /// <summary>Due stage targets that are met.</summary>
    public long DueMet { get; init; }

    /// <summary>Due stage targets that are not met.</summary>
    public long DueNotMet { get; init; }

    /// <summary>Due stage targets that do not apply.</summary>
    public long DueNotApplicable { get; init; }

    /// <summary>Due stage targets that could not be judged.</summary>
    public long DueUndetermined { get; init; }

    /// <summary>Due stage targets whose verdict rests on a claim.</summary>
    public long DueDeclared { get; init; }

    /// <summary>All due stage targets.</summary>
    public long Due => DueMet + DueNotMet + DueNotApplicable + DueUndetermined;

    /// <summary>The places that meet what the schemes require of many; null where they require nothing.</summary>
    public PlacesTally? OverPlaces { get; init; }

    /// <summary>Errors in rows.</summary>
    public long Errors { get; init; }

    /// <summary>Rows or files with errors.</summary>
    public long WrongRows { get; init; }

    /// <summary>Warnings in rows.</summary>
    public long Warnings { get; init; }

    /// <summary>The sum of two counts.</summary>
    public static BatchCounts operator +(BatchCounts one, BatchCounts other) => new()
    {
        Places = one.Places + other.Places,
        PlaceYears = one.PlaceYears + other.PlaceYears,
        Met = one.Met + other.Met,
        NotMet = one.NotMet + other.NotMet,
        NotApplicable = one.NotApplicable + other.NotApplicable,
        Undetermined = one.Undetermined + other.Undetermined,
        Declared = one.Declared + other.Declared,
        DeclaredMet = one.DeclaredMet + other.DeclaredMet,
        DueMet = one.DueMet + other.DueMet,
        DueNotMet = one.DueNotMet + other.DueNotMet,
        DueNotApplicable = one.DueNotApplicable + other.DueNotApplicable,
        DueUndetermined = one.DueUndetermined + other.DueUndetermined,
        DueDeclared = one.DueDeclared + other.DueDeclared,
        OverPlaces = one.OverPlaces + other.OverPlaces,
        Errors = one.Errors + other.Errors,
        WrongRows = one.WrongRows + other.WrongRows,
        Warnings = one.Warnings + other.Warnings,
    };

    internal static BatchCounts Of(PlaceVerdicts place, Evidence evidence)
    {
        Span<long> statuses = stackalloc long[4];
        Span<long> due = stackalloc long[4];
        long declared = 0, declaredMet = 0, dueDeclared = 0;
        foreach (var year in place.Years)
        {
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                if (!IsCounted(i))
                {
                    continue;
                }

                var row = year.Indicators[i];
                statuses[(int)row.Verdict.StatusUnder(evidence)]++;
                var isDeclared = row.Verdict.BasisUnder(evidence) == Basis.Declared;
                declared += isDeclared ? 1 : 0;
                declaredMet += isDeclared && row.Verdict.StatusUnder(evidence) == Status.Met ? 1 : 0;
            }

            foreach (var target in year.Due)
            {
                if (!IsCounted(target.Indicator))
                {
                    continue;
                }

                due[(int)target.Verdict.StatusUnder(evidence)]++;
                dueDeclared += target.Verdict.BasisUnder(evidence) == Basis.Declared ? 1 : 0;
            }
        }

        var errors = place.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        return new BatchCounts
        {
            Places = 1,
            PlaceYears = place.Years.Length,
            Met = statuses[(int)Status.Met],
            NotMet = statuses[(int)Status.NotMet],
            NotApplicable = statuses[(int)Status.NotApplicable],
            Undetermined = statuses[(int)Status.Undetermined],
            Declared = declared,
            DeclaredMet = declaredMet,
            DueMet = due[(int)Status.Met],
            DueNotMet = due[(int)Status.NotMet],
            DueNotApplicable = due[(int)Status.NotApplicable],
            DueUndetermined = due[(int)Status.Undetermined],
            DueDeclared = dueDeclared,
            OverPlaces = PlacesTally.Of(place, evidence),
            Errors = errors.Count,
            WrongRows = errors.DistinctBy(d => (d.Location.File, d.Location.Line)).Count(),
            Warnings = place.Diagnostics.Count(d => d.Severity == Severity.Warning),
        };

        // As in an assessment: items, and rows of kinds that do not count, are in no total.
        bool IsCounted(int indicator) => place.Scheme is not { } scheme || scheme.Indicators[indicator].IsCounted;
    }
}
