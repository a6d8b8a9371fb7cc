using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Finds where each field of a row comes from: its own scheme, or the upper ones, as far up as the text was written.</summary>
internal static class ProvenanceComposer
{
    private static readonly ImmutableArray<string> Fields =
        ["number", "task", "name", "unit", "measuredIn", "direction", "decimals", "star", "binding", "target", "rule", "items", "states", "absence"];

    internal static ImmutableArray<FieldProvenance> Own(IndicatorFields fields, SchemeDraft draft) =>
    [
        .. Fields.Where(fields.At.ContainsKey).Select(f => new FieldProvenance(f, [Here(draft, Of(fields, f), fields.Source)])),
    ];

    /// <summary>Of a row taken over: what the override says, then the upper schemes; what adds to them stands before them.</summary>
    /// <param name="entry">The entry that takes over.</param>
    /// <param name="draft">Its scheme.</param>
    /// <param name="uppers">What it takes over.</param>
    /// <param name="source">Where its own words were transcribed from.</param>
    internal static ImmutableArray<FieldProvenance> TakenOver(
        IndicatorEntry entry, SchemeDraft draft, IReadOnlyList<Indicator> uppers, SourceRef source)
    {
        var all = Fields.Select(field => new FieldProvenance(field, Of(field, entry, draft, uppers, source)));
        return [.. all.Where(o => !o.Authors.IsEmpty)];
    }

    internal static IndicatorStage Own(IndicatorStage stage, SchemeDraft draft, SourceRef? source) =>
        stage with { Provenance = [Here(draft, stage.Rule.At(0), source)] };

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
        // The places of rules in files of their own are relative to the folder already.
        var file = location.File.EndsWith(".csx", StringComparison.Ordinal) ? location.File : SchemeReader.FileName;
        return new Provenance($"{draft.Id}@{draft.Version}", location with { File = file }, source ?? draft.Source);
    }
}
