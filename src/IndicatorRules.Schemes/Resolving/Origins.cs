using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Finds where each field of a row comes from: its own scheme, or the upper ones, as far up as the text was written.</summary>
internal static class Origins
{
    private static readonly ImmutableArray<string> Fields =
        ["number", "task", "name", "unit", "measuredIn", "direction", "decimals", "star", "binding", "target", "rule", "items", "states", "absence"];

    internal static ImmutableArray<FieldOrigin> Own(IndicatorFields fields, SchemeDraft draft) =>
    [
        .. Fields.Where(fields.At.ContainsKey).Select(f => new FieldOrigin(f, [Here(draft, Of(fields, f), fields.Source)])),
    ];

    /// <summary>Of a row taken over: what the override says, then the upper schemes; what adds to them stands before them.</summary>
    /// <param name="entry">The entry that takes over.</param>
    /// <param name="draft">Its scheme.</param>
    /// <param name="uppers">What it takes over.</param>
    /// <param name="source">Where its own words were transcribed from.</param>
    internal static ImmutableArray<FieldOrigin> TakenOver(
        IndicatorEntry entry, SchemeDraft draft, IReadOnlyList<Indicator> uppers, SourceRef source)
    {
        var all = Fields.Select(field => new FieldOrigin(field, Of(field, entry, draft, uppers, source)));
        return [.. all.Where(o => !o.Origins.IsEmpty)];
    }

    internal static IndicatorStage Own(IndicatorStage stage, SchemeDraft draft, SourceRef? source) =>
        stage with { Origins = [Here(draft, stage.Rule.At(0), source)] };

    private static ImmutableArray<Origin> Of(
        string field, IndicatorEntry entry, SchemeDraft draft, IReadOnlyList<Indicator> uppers, SourceRef source)
    {
        if (entry.Override is { } replaced && replaced.At.ContainsKey(field))
        {
            return [Here(draft, Of(replaced, field), source)];
        }

        var above = uppers.SelectMany(u => u.OriginsOf(field)).Distinct();
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

    private static Origin Here(SchemeDraft draft, Location location, SourceRef? source)
    {
        // The places of rules in files of their own are relative to the folder already.
        var file = location.File.EndsWith(".csx", StringComparison.Ordinal) ? location.File : SchemeReader.FileName;
        return new Origin($"{draft.Id}@{draft.Version}", location with { File = file }, source ?? draft.Source);
    }
}
