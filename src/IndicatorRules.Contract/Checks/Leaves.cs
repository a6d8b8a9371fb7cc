using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>The steps of a verdict that have no parts, without those of a branch that was not taken.</summary>
internal static class Leaves
{
    internal static IEnumerable<Reason> Of(Reason? reason) => reason switch
    {
        null => [],
        WhenReason { Taken: { } taken } => Of(taken),
        WhenReason { Condition.Proven: Status.NotApplicable } => [],
        WhenReason open => Of(open.Then).Concat(Of(open.Otherwise)),
        { Parts.IsEmpty: true } => [reason],
        _ => reason.Parts.SelectMany(Of),
    };

    /// <summary>Those without which the verdict cannot be met.</summary>
    internal static IEnumerable<Reason> Needed(Reason? reason) => reason switch
    {
        null or CombinedReason { OneIsEnough: true } or WhenReason { Taken: null } => [],
        WhenReason { Taken: { } taken } => Needed(taken),
        { Parts.IsEmpty: true } => [reason],
        _ => reason.Parts.SelectMany(Needed),
    };
}
