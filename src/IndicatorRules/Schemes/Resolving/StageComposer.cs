using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes the stage targets of an indicator taken over: the entry's own, and the upper ones for all other stages.</summary>
internal sealed class StageComposer(SchemeDraft draft, DiagnosticBag bag)
{
    /// <summary>The entry's own stages, and those that all rows have which do not say otherwise.</summary>
    internal static IEnumerable<StageEntry> Entries(IndicatorEntry entry, SchemeDraft draft) => entry.Stages.Concat(
        draft.StagesOfAll.Where(all => entry.Stages.All(s => s.Stage.Id != all.Id))
            .Select(all => new StageEntry(all, null, null, entry.Location)));

    /// <summary>The stages of a row taken over.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="uppers">The upper rows.</param>
    /// <param name="source">The source of the row.</param>
    /// <param name="target">The row's target, which a stage without one repeats.</param>
    /// <param name="rule">The row's rule, which a stage without one repeats.</param>
    internal ImmutableArray<IndicatorStage> Compose(
        IndicatorEntry entry, List<Indicator> uppers, SourceRef source, LocalizedText target, RuleText rule)
    {
        var above = entry.From.SelectMany((from, i) => uppers[i].Stages.Select(stage => new UpperStage(stage, from.SchemeId)))
            .ToLookup(s => s.Stage.Stage.Id);
        var stages = Entries(entry, draft).Where(s => s.Differs || !above.Contains(s.Stage.Id))
            .Select(stage => Own(stage, entry, [.. above[stage.Stage.Id]], source, target, rule)).ToList();
        var others = above.Where(s => stages.TrueForAll(own => own.Stage.Id != s.Key)).ToList();
        stages.AddRange(others.Select(same => TakenOver(entry, [.. same])));
        return [.. stages.OrderBy(s => s.Stage.Year).ThenBy(s => s.Stage.Id, StringComparer.Ordinal)];
    }

    // What the entry does not say is the upper rows' at this stage, and the row's where they have none.
    private IndicatorStage Own(
        StageEntry stage, IndicatorEntry entry, List<UpperStage> above, SourceRef source, LocalizedText target, RuleText rule)
    {
        if (above.Count > 0 && stage.Because.Zh.Length == 0)
        {
            bag.Add(DiagnosticCatalog.StageReplaced, stage.Location, entry.Id, stage.Stage.Id, $"{above[0].Stage.Location}");
        }

        var composed = above.Count == 0 ? stage.Of(target, rule) : stage.Of(
            above[0].Stage.Target, UpperRule.Of(entry, above.Select(s => s.SchemeId), stage.Stage.Id));
        return ProvenanceComposer.Own(composed, stage, draft, source);
    }

    // 制定实施（scheme.json(107,9)）、全面实施（…）.
    private static LocalizedText Stages(List<UpperStage> above) => new(
        string.Join('、', above.Select(s => $"“{s.Stage.Target.Zh}”（{s.Stage.Location}）")),
        string.Join(", ", above.Select(s => $"`{s.Stage.Target.En}` ({s.Stage.Location})")));

    private IndicatorStage TakenOver(IndicatorEntry entry, List<UpperStage> above)
    {
        var first = above[0].Stage;
        if (above.Exists(s => s.Stage.Target != first.Target))
        {
            bag.Add(DiagnosticCatalog.UppersDisagree, entry.Location, entry.Id, "stages", Stages(above));
        }

        return new(first.Stage, first.Target, UpperRule.Of(entry, above.Select(s => s.SchemeId), first.Stage.Id))
        {
            Provenance = [.. above.SelectMany(s => s.Stage.Provenance).Distinct()],
            Location = entry.Location,
        };
    }

    private sealed record UpperStage(IndicatorStage Stage, string SchemeId);
}
