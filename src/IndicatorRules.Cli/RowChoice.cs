using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Cli;

/// <summary>Which rows of an assessment are shown, and in which order (<c>--only</c>, <c>--sort</c>).</summary>
internal static class RowChoice
{
    /// <summary>The words of <c>--only</c>.</summary>
    internal static readonly string[] Kinds = ["not-met", "declared", "tight", "undetermined", "not-applicable", "met"];

    /// <summary>The assessment with the rows that were asked for.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="only">Words of <see cref="Kinds"/>, any of which is enough; empty for all rows.</param>
    /// <param name="byMargin">Whether the rows furthest below their requirement come first, instead of the table's order.</param>
    internal static Assessment Of(Assessment assessment, string[] only, bool byMargin)
    {
        if (only.Length == 0 && !byMargin)
        {
            return assessment;
        }

        var rows = assessment.Indicators.Where(v => only.Length == 0 || Array.Exists(only, kind => Is(v, kind)));
        return assessment.Showing(byMargin ? rows.OrderBy(Rank).ThenBy(v => v.MarginPercent ?? 0) : rows);
    }

    // A dated target that is due counts like its row.
    private static bool Is(IndicatorVerdict verdict, string kind) => kind switch
    {
        "not-met" => verdict.Status == Status.NotMet || verdict.DueStages.Any(s => s.Status == Status.NotMet),
        "declared" => verdict.Basis == Basis.Declared || verdict.DueStages.Any(s => s.Basis == Basis.Declared),
        "undetermined" => verdict.Status == Status.Undetermined || verdict.DueStages.Any(s => s.Status == Status.Undetermined),
        "not-applicable" => verdict.Status == Status.NotApplicable,
        "met" => verdict.Status == Status.Met,
        _ => verdict.IsTight,
    };

    // What is not met without a number comes first; rows whose distance is unknown come last, in the table's order.
    private static int Rank(IndicatorVerdict verdict) => verdict switch
    {
        { Status: Status.NotMet, MarginPercent: null } => 0,
        { Status: Status.NotMet or Status.Met, MarginPercent: not null } => 1,
        { Status: Status.Undetermined } => 2,
        { Status: Status.Met } => 3,
        _ => 4,
    };
}
