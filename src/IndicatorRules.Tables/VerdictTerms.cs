using IndicatorRules.Contract;

namespace IndicatorRules.Tables;

/// <summary>The names of statuses and bases for programs, the same in every language.</summary>
internal static class VerdictTerms
{
    internal static string Of(Status status) => status switch
    {
        Status.Met => "met",
        Status.NotMet => "notMet",
        Status.NotApplicable => "notApplicable",
        _ => "undetermined",
    };

    internal static string? Of(Basis? basis) => basis switch
    {
        Basis.Measured => "measured",
        Basis.Declared => "declared",
        _ => null,
    };
}
