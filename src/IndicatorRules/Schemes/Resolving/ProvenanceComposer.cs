using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Determines the provenance of each field of an indicator: its own scheme or the upper scheme that wrote it.</summary>
internal static class ProvenanceComposer
{
    private static readonly ImmutableArray<string> Fields =
    [
        "number", "task", "group", "name", "unit", "measuredIn", "direction", "decimals",
        "range", "star", "binding", "target", "rule", "items", "states", "absence",
    ];

    internal static ImmutableArray<FieldProvenance> Own(IndicatorFields fields, SchemeDraft draft) =>
    [
        .. Fields.Where(fields.At.ContainsKey).Select(f => new FieldProvenance(f, [Here(draft, Of(fields, f), fields.Source)])),
    ];

    /// <summary>The provenance of an indicator taken over: overrides replace upper fields, additions precede them.</summary>
    /// <param name="entry">The entry that takes it over.</param>
    /// <param name="draft">The entry's scheme.</param>
    /// <param name="uppers">The upper indicators.</param>
    /// <param name="source">The source of the entry's own fields.</param>
    internal static ImmutableArray<FieldProvenance> TakenOver(
        IndicatorEntry entry, SchemeDraft draft, IReadOnlyList<Indicator> uppers, SourceRef source)
    {
        var all = Fields.Select(field => new FieldProvenance(field, Of(field, entry, draft, uppers, source)));
        return [.. all.Where(o => !o.Authors.IsEmpty)];
    }

    internal static IndicatorStage Own(IndicatorStage stage, StageEntry entry, SchemeDraft draft, SourceRef? source) =>
        new(stage.Stage, stage.Target, stage.Rule)
        {
            Because = stage.Because,
            Provenance = [Here(draft, entry.Rule?.At(0) ?? entry.Location, source)],
            Location = stage.Location,
        };

    private static ImmutableArray<Provenance> Of(
        string field, IndicatorEntry entry, SchemeDraft draft, IReadOnlyList<Indicator> uppers, SourceRef source)
    {
        if (entry.Override is { } replaced && replaced.At.ContainsKey(field))
        {
            return [Here(draft, Of(replaced, field), source)];
        }

        var above = uppers.SelectMany(u => u.ProvenanceOf(field)).Distinct();
        var added = Added(field, entry);
        return added is { } here ? [Here(draft, here, source), .. above] : [.. above];
    }

    private static Location? Added(string field, IndicatorEntry entry) => field switch
    {
        "rule" when entry.Also is { } also => also.At(0),
        "rule" when entry.Own.Rule is { } rule => rule.At(0),
        "items" when entry.Own.At.TryGetValue("items", out var items) => items,
        _ => null,
    };

    private static Location Of(IndicatorFields fields, string field) =>
        field == "rule" && fields.Rule is { } rule ? rule.At(0) : fields.At[field];

    private static Provenance Here(SchemeDraft draft, Location location, SourceRef? source)
    {
        // Locations in rule files are already relative to the folder.
        var file = location.File.EndsWith(".csx", StringComparison.Ordinal) ? location.File : SchemeReader.FileName;
        return new Provenance($"{draft.Id}@{draft.Version}", location with { File = file }, source ?? draft.Source);
    }
}
