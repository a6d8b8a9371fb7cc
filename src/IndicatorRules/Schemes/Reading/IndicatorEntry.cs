using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An indicator's entry in its scheme: a new indicator, or an upper one with additions and overrides.</summary>
internal sealed record IndicatorEntry
{
    internal required string Id { get; init; }

    internal required Location Location { get; init; }

    /// <summary>The location of a field; that of the entry if it does not have it.</summary>
    internal Location At(string field) =>
        Own.At.GetValueOrDefault(field) ?? Override?.At.GetValueOrDefault(field) ?? Location;

    /// <summary>Its own fields; with <see cref="From"/>, the fields beside it: added items, a note, a tighter rule.</summary>
    internal required IndicatorFields Own { get; init; }

    internal ImmutableArray<UpperIndicator> From { get; init; } = [];

    /// <summary>The fields that replace upper ones; null if there are none.</summary>
    internal IndicatorFields? Override { get; init; }

    /// <summary>A condition in addition to the upper rules; null if there is none.</summary>
    internal RuleText? Also { get; init; }

    internal ImmutableArray<StageEntry> Stages { get; init; } = [];
}

/// <summary>A dated target as written in an indicator's entry, or as the scheme's line for all rows gives it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Target">The target as printed; null for the row's own.</param>
/// <param name="Rule">The rule; null for the row's own.</param>
/// <param name="Location">The location of the entry.</param>
internal sealed record StageEntry(Stage Stage, LocalizedText? Target, RuleText? Rule, Location Location)
{
    /// <summary>Whether the stage applies to the row.</summary>
    internal bool Applies { get; init; } = true;

    /// <summary>The reason for replacing the upper schemes' target; empty if it does not.</summary>
    internal LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>Whether it asks for anything but what the row, or the upper rows at this stage, ask for.</summary>
    internal bool Differs => !Applies || Target is not null || Rule is not null;

    /// <summary>The dated target of a row.</summary>
    /// <param name="target">The row's target.</param>
    /// <param name="rule">The row's rule.</param>
    internal IndicatorStage Of(LocalizedText target, RuleText rule) => Applies
        ? new(Stage, Target ?? target, Rule ?? rule) { Because = Because, Location = Location }
        : new(Stage, Target ?? new("不适用", "not applicable"), RuleText.Made(
            "NotApplicable(\"本项没有这一阶段的目标\")", Location with { File = SchemeReader.FileName }))
        {
            Because = Because,
            Location = Location,
        };
}
