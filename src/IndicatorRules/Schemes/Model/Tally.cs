using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>How a scheme counts "as reported" (按原表口径). Immutable.</summary>
/// <param name="NotApplicable">What NotApplicable is counted as: Met, NotMet, or itself for not at all.</param>
/// <param name="Undetermined">What Undetermined is counted as: Met, NotMet, or itself for not at all.</param>
public sealed record Tally(Status NotApplicable = Status.NotApplicable, Status Undetermined = Status.Undetermined)
{
    /// <summary>What a status is counted as.</summary>
    public Status Count(Status status) => status switch
    {
        Status.NotApplicable => NotApplicable,
        Status.Undetermined => Undetermined,
        _ => status,
    };
}
