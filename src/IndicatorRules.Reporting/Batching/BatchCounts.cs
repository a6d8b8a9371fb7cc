using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Batching;

/// <summary>What a batch came to. Immutable.</summary>
public readonly record struct BatchCounts
{
    /// <summary>How many places were read.</summary>
    public int Places { get; init; }

    /// <summary>How many places and years were judged.</summary>
    public long PlaceYears { get; init; }

    /// <summary>达标.</summary>
    public long Met { get; init; }

    /// <summary>未达标.</summary>
    public long NotMet { get; init; }

    /// <summary>不适用.</summary>
    public long NotApplicable { get; init; }

    /// <summary>无法判定.</summary>
    public long Undetermined { get; init; }

    /// <summary>How many of all rest on a claim.</summary>
    public long Declared { get; init; }

    /// <summary>How many of those that are met rest on a claim.</summary>
    public long DeclaredMet { get; init; }

    /// <summary>The dated targets that were due and met.</summary>
    public long DueMet { get; init; }

    /// <summary>The dated targets that were due and not met.</summary>
    public long DueNotMet { get; init; }

    /// <summary>The dated targets that were due and do not apply.</summary>
    public long DueNotApplicable { get; init; }

    /// <summary>The dated targets that were due and could not be judged.</summary>
    public long DueUndetermined { get; init; }

    /// <summary>How many of the dated targets that were due rest on a claim.</summary>
    public long DueDeclared { get; init; }

    /// <summary>All dated targets that were due.</summary>
    public long Due => DueMet + DueNotMet + DueNotApplicable + DueUndetermined;

    /// <summary>How many errors were found in rows.</summary>
    public long Errors { get; init; }

    /// <summary>How many rows or files have errors.</summary>
    public long WrongRows { get; init; }

    /// <summary>How many warnings were found in rows.</summary>
    public long Warnings { get; init; }

    /// <summary>Both together.</summary>
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
            foreach (var row in year.Indicators)
            {
                statuses[(int)row.Verdict.StatusUnder(evidence)]++;
                var isDeclared = row.Verdict.BasisUnder(evidence) == Basis.Declared;
                declared += isDeclared ? 1 : 0;
                declaredMet += isDeclared && row.Verdict.StatusUnder(evidence) == Status.Met ? 1 : 0;
            }

            foreach (var target in year.Due)
            {
                due[(int)target.Verdict.StatusUnder(evidence)]++;
                dueDeclared += target.Verdict.BasisUnder(evidence) == Basis.Declared ? 1 : 0;
            }
        }

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
            Errors = place.Diagnostics.Count(d => d.Severity == Severity.Error),
            WrongRows = place.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => (d.Location.File, d.Location.Line)).Distinct().Count(),
            Warnings = place.Diagnostics.Count(d => d.Severity == Severity.Warning),
        };
    }
}
