using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>A scheme as read from its folder, before its upper schemes are resolved.</summary>
internal sealed record SchemeDraft
{
    internal required DraftLocations Locations { get; init; }

    internal required string Folder { get; init; }

    internal required string Hash { get; init; }

    internal required DraftContent Content { get; init; }

    internal required string Id { get; init; }

    internal required SchemeVersion Version { get; init; }

    internal required LocalizedText Title { get; init; }

    internal required LocalizedText Issuer { get; init; }

    internal required string Level { get; init; }

    internal LocalizedText Note { get; init; } = LocalizedText.Empty;

    internal string? InForceFrom { get; init; }

    internal string? InForceTo { get; init; }

    internal int? BaseYear { get; init; }

    internal required SourceRef Source { get; init; }

    internal ImmutableArray<UpperReference> Extends { get; init; } = [];

    internal ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>The stages that all rows have which do not say otherwise.</summary>
    internal ImmutableArray<Stage> StagesOfAll { get; init; } = [];

    internal ImmutableArray<PlaceAttribute> Place { get; init; } = [];

    internal AbsencePolicy? Absence { get; init; }

    internal Tally? Tally { get; init; }

    internal ImmutableArray<Domain> Domains { get; init; } = [];

    internal LocalizedText? StarMeaning { get; init; }

    internal ImmutableArray<RowKind> Kinds { get; init; } = [];

    internal Numbering? Numbering { get; init; }

    internal ImmutableArray<GroupEntry> Groups { get; init; } = [];

    internal ImmutableArray<IndicatorEntry> Indicators { get; init; } = [];

    internal ConclusionPlan? Conclusion { get; init; }

    internal ImmutableArray<Check> Checks { get; init; } = [];

    internal ImmutableArray<PlacesRequirement> OverPlaces { get; init; } = [];

    internal ImmutableArray<BackgroundFigure> Background { get; init; } = [];

    internal ImmutableArray<SchemeFunction> Functions { get; init; } = [];
}

/// <summary>
/// The locations of the fields of a scheme.json. The parsed JSON is not kept, since it takes twenty times the memory of its text.
/// </summary>
/// <param name="File">The file's name in diagnostics.</param>
/// <param name="Top">The location of the scheme.</param>
/// <param name="Fields">The location of each field's value.</param>
internal sealed record DraftLocations(string File, Location Top, IReadOnlyDictionary<string, Location> Fields)
{
    internal static DraftLocations Of(JsonText text)
    {
        var fields = ((JObject)text.Root).Properties();
        return new(text.File, text.At(text.Root), fields.ToDictionary(p => p.Name, p => text.At(p.Value), StringComparer.Ordinal));
    }

    /// <summary>The location of a field; that of the scheme if it has no such field.</summary>
    internal Location At(string field) => Fields.GetValueOrDefault(field, Top);
}
