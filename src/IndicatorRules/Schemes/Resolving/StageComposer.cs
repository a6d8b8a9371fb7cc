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
    internal ImmutableArray<IndicatorStage> Compose(IndicatorEntry entry, List<Indicator> uppers, SourceRef source)
    {
        var stages = entry.Stages.Select(stage => Own(stage, entry, uppers, source)).ToList();
        var above = entry.From.SelectMany((from, i) => uppers[i].Stages.Select(stage => new UpperStage(stage, from.SchemeId)))
            .GroupBy(s => s.Stage.Stage.Id).Where(s => stages.TrueForAll(own => own.Stage.Id != s.Key));
        stages.AddRange(above.Select(same => TakenOver(entry, [.. same])).ToList());
        return [.. stages.OrderBy(s => s.Stage.Year).ThenBy(s => s.Stage.Id, StringComparer.Ordinal)];
    }

    private IndicatorStage Own(IndicatorStage stage, IndicatorEntry entry, List<Indicator> uppers, SourceRef source)
    {
        var above = uppers.SelectMany(u => u.Stages).FirstOrDefault(s => s.Stage.Id == stage.Stage.Id);
        if (above is not null && stage.Because.Zh.Length == 0)
        {
            bag.Add(DiagnosticCatalog.StageReplaced, stage.Location, entry.Id, stage.Stage.Id, $"{above.Location}");
        }

        return ProvenanceComposer.Own(stage, draft, source);
    }

    private IndicatorStage TakenOver(IndicatorEntry entry, List<UpperStage> above)
    {
        var first = above[0].Stage;
        if (above.Exists(s => s.Stage.Target != first.Target))
        {
            bag.Add(DiagnosticCatalog.UppersDisagree, entry.Location, entry.Id, "stages");
        }

        return new(first.Stage, first.Target, UpperRule.Of(entry, above.Select(s => s.SchemeId), first.Stage.Id))
        {
            Provenance = [.. above.SelectMany(s => s.Stage.Provenance).Distinct()],
            Location = entry.Location,
        };
    }

    private sealed record UpperStage(IndicatorStage Stage, string SchemeId);
}
