using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Validates what the schema cannot express within one scheme: unique ids and references.</summary>
internal static class SchemeValidation
{
    internal static void Run(SchemeDraft draft, DiagnosticBag bag)
    {
        var top = draft.Locations.Top;
        if (PlainFile.IsReservedName(draft.Id))
        {
            bag.Add(DiagnosticCatalog.DeviceNamed, draft.Locations.At("id"), draft.Id);
        }

        WrittenId.Unique(
            draft.Indicators.Select(i => new WrittenId(i.Id, i.Location)).Concat(draft.Groups.Select(g => new WrittenId(g.Id, g.Location))),
            draft.Groups.IsEmpty ? new("指标", "indicator") : new("指标或分组", "indicator or group"), bag);
        WrittenId.Unique(draft.Stages.Select(s => new WrittenId(s.Id, top)), new("阶段", "stage"), bag);
        WrittenId.Unique(draft.Kinds.Select(k => new WrittenId(k.Id, draft.Locations.At("kinds"))), new("指标属性", "kind"), bag);
        WrittenId.Unique(draft.Extends.Select(e => new WrittenId(e.Id, e.Location)), new("上级体系", "upper scheme"), bag);
        WrittenId.Unique(draft.Place.Select(p => new WrittenId(p.Id, top)), new("行政区属性", "place attribute"), bag);
        var taskGroups = draft.Domains.SelectMany(d => d.TaskGroups);
        WrittenId.Unique(taskGroups.Select(t => new WrittenId(t.Id, top)), new("任务", "task group"), bag);
        foreach (var attribute in draft.Place)
        {
            var kind = new LocalizedText($"选项 {attribute.Id}", $"choice of {attribute.Id}");
            WrittenId.Unique(attribute.Choices.Select(c => new WrittenId(c.Id, top)), kind, bag);
        }

        Reserved(draft.Conclusion?.Grades.Select(g => g.Id) ?? [], "Grade", new("等级", "grade"), draft.Conclusion?.Location ?? top, bag);
        foreach (var entry in draft.Indicators)
        {
            Validate(entry, draft, bag);
            CompositionValidation.Run(entry, bag);
        }

        foreach (var left in draft.Extends.SelectMany(e => e.LeftOut))
        {
            CompositionValidation.Reason(left.Because, left.Upper.IndicatorId, left.Location, bag);
        }
    }

    private static void Validate(IndicatorEntry entry, SchemeDraft draft, DiagnosticBag bag)
    {
        foreach (var fields in new[] { entry.Own, entry.Override }.OfType<IndicatorFields>())
        {
            Validate(entry, fields, bag);
        }

        var stages = entry.Stages.Select(s => new WrittenId(s.Stage.Id, entry.Location));
        WrittenId.Unique(stages, new($"阶段 {entry.Id}", $"stage of {entry.Id}"), bag);
        foreach (var from in entry.From.Select(f => f.SchemeId).Where(f => draft.Extends.All(e => e.Id != f)))
        {
            bag.AddWithSuggestion(
                DiagnosticCatalog.FromNotExtended, entry.At("from"), bag.Guess(from, draft.Extends.Select(e => e.Id)), from);
        }
    }

    private static void Validate(IndicatorEntry entry, IndicatorFields fields, DiagnosticBag bag)
    {
        var items = fields.Items ?? [];
        WrittenId.Unique(items.Select(i => new WrittenId(i.Id, entry.Location)), new($"分项 {entry.Id}", $"item of {entry.Id}"), bag);
        foreach (var (of, range) in items.Select(i => ($"{entry.Id}.{i.Id}", i.Range)).Prepend((entry.Id, fields.Range)))
        {
            if (range is { Least: { } least, Most: { } most } && least > most)
            {
                var (from, to) = (Contract.Readings.Reading.Plain(least), Contract.Readings.Reading.Plain(most));
                bag.Add(DiagnosticCatalog.RangeReversed, entry.Location, of, from, to);
            }
        }

        var states = (fields.States ?? []).Concat(items.SelectMany(i => i.States)).ToList();
        WrittenId.Unique(states.Select(s => new WrittenId(s.Id, entry.Location)), new($"状态 {entry.Id}", $"state of {entry.Id}"), bag);
        Reserved(states.Select(s => s.Id), "State", new("状态", "state"), entry.Location, bag);
        Ambiguous(fields.States ?? [], entry.Id, entry.Location, bag);
        foreach (var item in items)
        {
            Ambiguous(item.States, $"{entry.Id}.{item.Id}", entry.Location, bag);
        }
    }

    // Rules write `State.X` and `Grade.X`, and C# members cannot have the name of their class.
    private static void Reserved(IEnumerable<string> ids, string word, LocalizedText kind, Location at, DiagnosticBag bag)
    {
        if (ids.Contains(word, StringComparer.Ordinal))
        {
            bag.Add(DiagnosticCatalog.IdReserved, at, word, kind);
        }
    }

    private static void Ambiguous(IEnumerable<StateInfo> states, string of, Location location, DiagnosticBag bag)
    {
        var twice = states.SelectMany(s => s.Answers.Distinct()).GroupBy(a => a).Where(g => g.Count() > 1);
        foreach (var words in twice)
        {
            bag.Add(DiagnosticCatalog.StateAmbiguous, location, of, words.Key);
        }
    }
}
