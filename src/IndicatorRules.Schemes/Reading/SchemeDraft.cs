using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Reading;

/// <summary>A scheme as its folder says it, before its upper schemes are found.</summary>
internal sealed record SchemeDraft
{
    internal required JsonText Text { get; init; }

    internal required string Folder { get; init; }

    internal required string Hash { get; init; }

    /// <summary>How line ends must be written for the files to have a hash; null when that is not all that differs.</summary>
    internal Func<string, LineEnds?> EndsFor { get; init; } = _ => null;

    internal required string Id { get; init; }

    internal required NuGetVersion Version { get; init; }

    internal required LocalizedText Title { get; init; }

    internal required LocalizedText Issuer { get; init; }

    internal required string Level { get; init; }

    internal LocalizedText Note { get; init; } = LocalizedText.Empty;

    internal string? InForceFrom { get; init; }

    internal string? InForceTo { get; init; }

    internal int? BaseYear { get; init; }

    internal required SourceRef Source { get; init; }

    internal ImmutableArray<BaseReference> Extends { get; init; } = [];

    internal ImmutableArray<Stage> Stages { get; init; } = [];

    internal ImmutableArray<PlaceAttribute> Place { get; init; } = [];

    internal AbsencePolicy? Absence { get; init; }

    internal Tally? Tally { get; init; }

    internal ImmutableArray<Domain> Domains { get; init; } = [];

    internal ImmutableArray<IndicatorEntry> Indicators { get; init; } = [];

    internal ConclusionPlan? Conclusion { get; init; }

    internal ImmutableArray<Check> Checks { get; init; } = [];

    internal ImmutableArray<BackgroundFigure> Background { get; init; } = [];

    internal ImmutableArray<SchemeFunction> Functions { get; init; } = [];
}
