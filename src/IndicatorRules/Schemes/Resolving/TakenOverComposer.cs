using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes an indicator that is taken over from upper schemes, with its additions and overrides.</summary>
internal sealed class TakenOverComposer(SchemeDraft draft, ImmutableArray<Scheme> schemes, KindList kinds, DiagnosticBag bag)
{
    // The fields on which a rule's figures depend.
    private static readonly ImmutableArray<string> Judged = ["unit", "measuredIn", "items", "states"];

    private readonly MergedFigures _figures = new(bag);
    private readonly StageComposer _stages = new(draft, bag);

    internal Indicator? Compose(IndicatorEntry entry)
    {
        var uppers = new List<Indicator>();
        foreach (var from in entry.From)
        {
            if (schemes.FirstOrDefault(b => b.Id == from.SchemeId) is not { } scheme)
            {
                continue;
            }

            if (scheme.Find(from.IndicatorId) is { } upper)
            {
                uppers.Add(upper);
            }
            else
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.FromLacksIndicator, entry.At("from"),
                    bag.Guess(from.IndicatorId, scheme.Indicators.Select(i => i.Id)), LevelOf(scheme), scheme.Id, from.IndicatorId,
                    Missing(entry), Path.Combine(scheme.Folder, "scheme.json"));
            }
        }

        if (uppers.Count < entry.From.Length)
        {
            return null;
        }

        var fields = entry.Override ?? new IndicatorFields();
        ValidateReplaced(entry, uppers, fields);
        var merged = Merge(entry, uppers, fields);
        merged = merged with { Stages = _stages.Compose(entry, uppers, Source(fields, uppers), merged.Target, merged.Rule) };
        return Asked(MergedFigures.Filled(merged), entry, uppers);
    }

    private ImmutableArray<LevelKind> Kinds(IndicatorEntry entry, List<Indicator> uppers, IndicatorFields f) => f.Kind is { } kind
        ? [new LevelKind(draft.Id, kinds.Find(kind, entry))]
        : [.. uppers.SelectMany(i => i.Kinds).DistinctBy(b => b.SchemeId).Select(b => b with { Kind = kinds.Find(b.Kind.Id, entry) })];

    private Indicator Merge(IndicatorEntry entry, List<Indicator> uppers, IndicatorFields f) => new()
    {
        Number = f.Number ?? Shared(entry, uppers, "number", i => i.Number),
        Id = entry.Id,
        TaskGroup = f.TaskGroup ?? Heading(entry, uppers, "task", i => i.TaskGroup, HasTaskGroup),
        Name = f.Name ?? Shared(entry, uppers, "name", i => i.Name),
        Aliases =
        [
            .. entry.Own.Aliases.Where(a => a.Item.Length == 0).Select(a => a.Name).Concat(uppers.SelectMany(i => i.Aliases)).Distinct(),
        ],
        Unit = f.Unit ?? Shared(entry, uppers, "unit", i => i.Unit),
        MeasuredIn = f.MeasuredIn ?? Shared(entry, uppers, "measuredIn", i => i.MeasuredIn),
        Direction = f.Direction ?? Shared(entry, uppers, "direction", i => i.Direction),
        Decimals = f.Decimals ?? Shared(entry, uppers, "decimals", i => i.Decimals),
        Range = f.Range ?? Shared(entry, uppers, "range", i => i.Range),
        Starred = f.Starred ?? uppers.Exists(i => i.Starred),
        Kinds = Kinds(entry, uppers, f),
        Kind = kinds.First(Kinds(entry, uppers, f)),
        Target = f.Target ?? Target(entry, uppers),
        Items = f.Items ?? _figures.Items(entry, uppers),
        States = f.States ?? _figures.States(entry, uppers),
        Absence = f.Absence ?? Shared(entry, uppers, "absence", i => i.Absence),
        Group = f.Group ?? Heading(entry, uppers, "group", i => i.Group, HasGroup),
        Rule = f.Rule ?? entry.Own.Rule ?? UpperRule.Of(entry),
        ReplacesRule = f.Rule is not null,
        Source = Source(f, uppers),
        From = entry.From,
        Provenance = ProvenanceComposer.TakenOver(entry, draft, uppers, Source(f, uppers)),
        Because = f.Because ?? LocalizedText.Empty,
        Note = f.Note ?? entry.Own.Note ?? LocalizedText.Empty,
        Location = entry.Location,
    };

    // An override that says which upper target it was written against is outdated when that target has changed.
    private void ValidateReplaced(IndicatorEntry entry, List<Indicator> uppers, IndicatorFields f)
    {
        if (f.Replaces is { } replaced && uppers.TrueForAll(u => u.Target.Zh != replaced.Zh))
        {
            var now = uppers.Select(u => u.Target.Zh.Replace('\n', ' ')).Distinct();
            bag.Add(
                DiagnosticCatalog.OverrideOutdated, f.At["replaces"], entry.Id, replaced.Zh.Replace('\n', ' '), string.Join("、", now),
                $"{uppers[0].Location}");
        }
    }

    private SourceRef Source(IndicatorFields f, List<Indicator> uppers) => f.Source ?? draft.Source with { Row = uppers[0].Source.Row };

    // Excludes upper rules that would judge figures which this scheme changed.
    private Indicator Asked(Indicator whole, IndicatorEntry entry, List<Indicator> uppers)
    {
        // Only overrides matter here: upper schemes that disagree have already been reported.
        if (entry.Override is not { } changed || !Judged.Any(changed.At.ContainsKey))
        {
            return whole;
        }

        var unasked = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < uppers.Count; i++)
        {
            if (UpperRule.Obstacle(uppers[i], whole) is not { } obstacle)
            {
                continue;
            }

            var schemeId = entry.From[i].SchemeId;
            unasked.Add(schemeId);
            if (!whole.ReplacesRule)
            {
                bag.Add(DiagnosticCatalog.UpperCannotBeAsked, entry.Location, whole.Id, schemeId, obstacle, $"{uppers[i].Location}");
            }
        }

        return whole with { Unasked = unasked.ToImmutable() };
    }

    private T Shared<T>(IndicatorEntry entry, List<Indicator> uppers, string name, Func<Indicator, T> field)
    {
        var shared = field(uppers[0]);
        if (uppers.Exists(i => !Equals(field(i), shared)))
        {
            bag.Add(DiagnosticCatalog.UppersDisagree, entry.Location, entry.Id, name, Each(entry, uppers, i => field(i) switch
            {
                LocalizedText text => text,
                string text => text,
                bool or int => (LocalizedText)$"{field(i)}",
                _ => null,
            }));
        }

        return shared;
    }

    // The row's name in the schemes that still have it: 第3项“名称”（省级，scheme.json(133,5)）; empty if none has it.
    private LocalizedText Missing(IndicatorEntry entry)
    {
        foreach (var from in entry.From)
        {
            if (schemes.FirstOrDefault(s => s.Id == from.SchemeId) is { } scheme && scheme.Find(from.IndicatorId) is { } there)
            {
                var level = LevelOf(scheme);
                return new(
                    $"第{there.Number}项“{there.Name.Zh}”（仍在{level.Zh}体系 {there.Location}）",
                    $"no. {there.Number} `{there.Name.En}` (which {level.En} has at {there.Location})");
            }
        }

        var (number, name) = (entry.Override?.Number, entry.Override?.Name);
        return name is null ? new("本项", "this row") : new($"{(number is null ? "" : $"第{number}项")}“{name.Zh}”", $"`{name.En}`");
    }

    private static LocalizedText LevelOf(Scheme scheme) => scheme.Level.Length > 0 ? scheme.LevelName(isOwn: false) : scheme.Id;

    // An unknown heading is the fault of the upper scheme that names it, which reports it.
    private T Heading<T>(
        IndicatorEntry entry, List<Indicator> uppers, string name, Func<Indicator, T> field, Func<Scheme, Indicator, bool> isKnown)
    {
        var known = uppers.Where((u, i) => isKnown(Upper(entry, i)!, u)).ToList();
        return known.Count == uppers.Count ? Shared(entry, uppers, name, field) : field(known.FirstOrDefault(uppers[0]));
    }

    private static bool HasTaskGroup(Scheme scheme, Indicator row) =>
        scheme.Domains.Any(d => d.TaskGroups.Any(t => t.Id == row.TaskGroup));

    private static bool HasGroup(Scheme scheme, Indicator row) =>
        row.Group is null || scheme.Find(row.Group) is { Combines.IsGroup: true };

    private Scheme? Upper(IndicatorEntry entry, int index) => schemes.FirstOrDefault(s => s.Id == entry.From[index].SchemeId);

    // Printed texts alone do not change what is judged, so that the row keeps those of all levels.
    private LocalizedText Target(IndicatorEntry entry, List<Indicator> uppers)
    {
        if (uppers.TrueForAll(i => i.Target == uppers[0].Target))
        {
            return uppers[0].Target;
        }

        bag.Add(
            DiagnosticCatalog.TargetsDisagree, entry.Location, uppers[0].Number, uppers[0].Name, Each(entry, uppers, i => i.Target));
        var texts = uppers.Select((u, i) => (Level: Level(entry, i), u.Target)).DistinctBy(t => t.Target).ToList();
        return new(
            string.Join('\n', texts.Select(t => $"{t.Level.Zh}：{t.Target.Zh}")),
            string.Join('\n', texts.Select(t => $"{t.Level.En}: {t.Target.En}")));
    }

    // 国家“≥30”（scheme.json(145,17)）、省级“≥20”（…）.
    private LocalizedText Each(IndicatorEntry entry, List<Indicator> uppers, Func<Indicator, LocalizedText?> text)
    {
        var all = uppers.Select((u, i) => (Level: Level(entry, i), Text: text(u), u.Location)).ToList();
        return new(
            string.Join('、', all.Select(a => $"{a.Level.Zh}{(a.Text is { } t ? $"“{t.Zh.Replace('\n', ' ')}”" : "")}（{a.Location}）")),
            string.Join(", ", all.Select(a => $"{a.Level.En}{(a.Text is { } t ? $" `{t.En.Replace('\n', ' ')}`" : "")} ({a.Location})")));
    }

    private LocalizedText Level(IndicatorEntry entry, int index) =>
        Upper(entry, index) is { } scheme ? LevelOf(scheme) : entry.From[index].SchemeId;
}
