using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>How a scheme's own totals count statuses (按原表口径). Immutable.</summary>
/// <param name="NotApplicable">The status that NotApplicable counts as: Met, NotMet, or itself for neither.</param>
/// <param name="Undetermined">The status that Undetermined counts as: Met, NotMet, or itself for neither.</param>
public sealed record Tally(Status NotApplicable = Status.NotApplicable, Status Undetermined = Status.Undetermined)
{
    /// <summary>The status that a status counts as.</summary>
    public Status Count(Status status) => status switch
    {
        Status.NotApplicable => NotApplicable,
        Status.Undetermined => Undetermined,
        _ => status,
    };
}
