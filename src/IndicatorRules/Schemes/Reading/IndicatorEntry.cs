using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An indicator's entry in its scheme: a new indicator, or an upper one with additions and overrides.</summary>
internal sealed record IndicatorEntry
{
    internal required string Id { get; init; }

    internal required Location Location { get; init; }

    /// <summary>Its own fields; with <see cref="From"/>, the fields beside it: added items, a note, a tighter rule.</summary>
    internal required IndicatorFields Own { get; init; }

    internal ImmutableArray<UpperIndicator> From { get; init; } = [];

    /// <summary>The fields that replace upper ones; null if there are none.</summary>
    internal IndicatorFields? Override { get; init; }

    /// <summary>A condition in addition to the upper rules; null if there is none.</summary>
    internal RuleText? Also { get; init; }

    internal ImmutableArray<IndicatorStage> Stages { get; init; } = [];
}
