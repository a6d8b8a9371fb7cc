using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An indicator as its scheme writes it: its own fields, or an upper scheme's with additions and overrides.</summary>
internal sealed record IndicatorEntry
{
    internal required string Id { get; init; }

    internal required Location Location { get; init; }

    /// <summary>Its own fields; with <see cref="From"/>, what stands beside it: added items, a note, a tighter rule.</summary>
    internal required IndicatorFields Own { get; init; }

    internal ImmutableArray<UpperIndicator> From { get; init; } = [];

    /// <summary>What replaces the upper scheme's fields; null when nothing does.</summary>
    internal IndicatorFields? Override { get; init; }

    /// <summary>A condition that must hold besides the upper schemes'; null when none.</summary>
    internal RuleText? Also { get; init; }

    internal ImmutableArray<IndicatorStage> Stages { get; init; } = [];
}
