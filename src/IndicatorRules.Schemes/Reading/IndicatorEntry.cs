using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>An indicator as its scheme writes it: its own fields, or an upper scheme's with overrides.</summary>
internal sealed record IndicatorEntry
{
    internal required string Id { get; init; }

    internal required Location Location { get; init; }

    internal required IndicatorFields Own { get; init; }

    internal ImmutableArray<string> From { get; init; } = [];

    /// <summary>What replaces the upper scheme's fields; null when nothing does.</summary>
    internal IndicatorFields? Override { get; init; }

    internal ImmutableArray<IndicatorStage> Stages { get; init; } = [];
}
