using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Validates conclusion, checks and background: their indicators must exist, and their names must be unique.</summary>
internal static class OverallValidation
{
    internal static void Run(Scheme scheme, Location at, DiagnosticBag bag)
    {
        OverPlaces(scheme, bag);
        if (scheme.Conclusion is null && scheme.Checks.IsEmpty)
        {
            return;
        }

        Named((scheme.Conclusion?.Points.Keys ?? []).Select(id => new WrittenId(id, scheme.Conclusion!.Location)), scheme, bag);
        Named(scheme.Checks.Where(c => c.IndicatorId is not null).Select(c => new WrittenId(c.IndicatorId!, c.Location)), scheme, bag);
        WrittenId.Unique(scheme.Checks.Select(c => new WrittenId(c.Id, c.Location)), new("校核", "check"), bag);
        Unique(scheme.Background.Select(b => b.Id), new("背景数据", "background figure"), at, bag);
        Unique(scheme.Conclusion?.Adjustments.Select(a => a.Id) ?? [], new("加减分", "adjustment"), at, bag);
        Unique(scheme.Conclusion?.Grades.Select(g => g.Id) ?? [], new("等级", "grade"), at, bag);
        Distinct(scheme.Indicators.Select(i => i.Id), at, bag);
        Distinct(scheme.Domains.Select(d => d.Id), at, bag);
        Distinct(scheme.Kinds.Select(k => k.Id), at, bag);
    }

    private static void OverPlaces(Scheme scheme, DiagnosticBag bag)
    {
        WrittenId.Unique(scheme.OverPlaces.Select(p => new WrittenId(p.Id, p.Location)), new("总体要求", "requirement over places"), bag);
        Named(scheme.OverPlaces.Where(p => p.Indicator is not null).Select(p => new WrittenId(p.Indicator!, p.Location)), scheme, bag);
        foreach (var asked in scheme.OverPlaces.Where(p => p.Stage is not null))
        {
            var row = asked.Indicator is null ? null : scheme.Find(asked.Indicator);
            var stages = (row?.Stages.Select(s => s.Stage) ?? scheme.Stages).Select(s => s.Id).ToList();
            if (!stages.Contains(asked.Stage!))
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.UnknownId, asked.Location, bag.Guess(asked.Stage!, stages), new("阶段", "stage"), asked.Stage!);
            }
        }
    }

    private static void Named(IEnumerable<WrittenId> references, Scheme scheme, DiagnosticBag bag)
    {
        foreach (var (id, at) in references.Where(i => scheme.Find(i.Id) is null))
        {
            var nearest = bag.Guess(id, scheme.Indicators.Select(i => i.Id));
            bag.AddWithSuggestion(DiagnosticCatalog.UnknownId, at, nearest, new("指标", "indicator"), id);
        }
    }

    private static void Unique(IEnumerable<string> ids, LocalizedText kind, Location at, DiagnosticBag bag) =>
        WrittenId.Unique(ids.Select(id => new WrittenId(id, at)), kind, bag);

    private static void Distinct(IEnumerable<string> ids, Location at, DiagnosticBag bag)
    {
        foreach (var same in ids.GroupBy(ScriptName.Of).Where(g => g.Count() > 1))
        {
            bag.Add(DiagnosticCatalog.ScriptNamesCollide, at, same.First(), same.Last(), same.Key);
        }
    }
}
