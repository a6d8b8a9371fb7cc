using IndicatorRules.Contract;

namespace IndicatorRules.Tests.Support;

/// <summary>What the interpreter says of a row: with declarations left out, and with them.</summary>
internal readonly record struct Answer(Status Proven, Status Claimed)
{
    internal static Answer Unknown { get; } = new(Status.Undetermined, Status.Undetermined);

    internal static Answer NotApplicable { get; } = new(Status.NotApplicable, Status.NotApplicable);

    internal static Answer Of(bool holds) => holds ? new(Status.Met, Status.Met) : new(Status.NotMet, Status.NotMet);

    internal static Answer All(params IReadOnlyCollection<Answer> parts) =>
        new(All([.. parts.Select(p => p.Proven)]), All([.. parts.Select(p => p.Claimed)]));

    // By the words of the design: NotMet wins, then Undetermined, then Met; NotApplicable is neutral.
    private static Status All(List<Status> parts) =>
        parts.Contains(Status.NotMet) ? Status.NotMet
        : parts.Contains(Status.Undetermined) ? Status.Undetermined
        : parts.Contains(Status.Met) ? Status.Met
        : Status.NotApplicable;
}
