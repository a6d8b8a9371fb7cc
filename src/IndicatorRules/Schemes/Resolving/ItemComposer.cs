using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Composes the rows of items that have a rule of their own, which follow the row that they are items of.</summary>
internal sealed class ItemComposer(SchemeDraft draft, ImmutableArray<Scheme> schemes, DiagnosticBag bag)
{
    // The fields within the row's items.
    private static readonly ImmutableArray<string> Written = ["name", "target", "rule"];

    private readonly StageComposer _stages = new(draft, bag);

    /// <summary>The rule of a row that has none: the verdicts of its items are combined.</summary>
    internal static RuleText LeftToItems(Location location) => Left("按各分项判定", location);

    /// <summary>The rule of a row whose verdict other rows give.</summary>
    internal static RuleText Left(string words, Location location) =>
        RuleText.Made($"NotApplicable(\"{words}\")", location with { File = SchemeReader.FileName });

    /// <summary>A row and those of its items.</summary>
    internal IEnumerable<Indicator> Compose(Indicator row, IndicatorEntry entry)
    {
        var written = entry.From.IsEmpty || entry.Override?.Items is null ? entry.Own.ItemRows : entry.Override.ItemRows;
        var items = row.Items.Select(i => Compose(i, row, entry, written.GetValueOrDefault(i.Id))).OfType<Indicator>().ToList();
        return [items.Count > 0 && IsLeftToItems(entry, row) ? Combined(row, items) : row, .. items];
    }

    private bool IsLeftToItems(IndicatorEntry entry, Indicator row) => entry.From.IsEmpty ? entry.Own.Rule is null
        : !row.ReplacesRule && entry.From.Any(f => Upper(f)?.Combines is not null);

    private static Indicator Combined(Indicator row, List<Indicator> items) => row with
    {
        Combines = new Combination([.. items.Select(i => i.Id)], null, IsGroup: false),
        Stages = WithStagesOf(items, row.Stages, row.Target, row.Rule, row.Location),
    };

    /// <summary>Stages, and those that only the rows have that are combined.</summary>
    internal static ImmutableArray<IndicatorStage> WithStagesOf(
        IEnumerable<Indicator> rows, ImmutableArray<IndicatorStage> own, LocalizedText target, RuleText rule, Location location) =>
    [
        .. own.Concat(rows.SelectMany(r => r.Stages).Where(s => own.All(o => o.Stage.Id != s.Stage.Id)).DistinctBy(s => s.Stage.Id)
                .Select(s => new IndicatorStage(s.Stage, target, rule) { Provenance = s.Provenance, Location = location }))
            .OrderBy(s => s.Stage.Year).ThenBy(s => s.Stage.Id, StringComparer.Ordinal),
    ];

    private Indicator? Compose(Item item, Indicator row, IndicatorEntry entry, ItemRowEntry? written)
    {
        ImmutableArray<UpperIndicator> from = entry.Override?.Items is not null || written is not null ? []
            : [.. entry.From.Where(f => !row.Unasked.Contains(f.SchemeId))
                .Select(f => new UpperIndicator(f.SchemeId, ItemRow.IdOf(f.IndicatorId, item.Id)))
                .Where(f => Upper(f) is not null)];
        if (written is null && from.IsEmpty)
        {
            return null;
        }

        item = item.FilledFrom(row);
        var target = item.Target ?? row.Target;
        var location = written?.Location ?? row.Location;
        var uppers = from.Select(f => Upper(f)!).ToList();
        var whole = new IndicatorEntry
        {
            Id = ItemRow.IdOf(row.Id, item.Id),
            Location = location,
            Own = new IndicatorFields(),
            From = from,
            Stages = written?.Stages ?? [],
        };
        var rule = written?.Rule ?? UpperRule.Of(whole);
        return new Indicator
        {
            Number = written?.Number ?? from.Select(PrintedOf).FirstOrDefault(n => n is not null) ?? row.Number,
            Id = whole.Id,
            TaskGroup = row.TaskGroup,
            Name = new($"{row.Name.Zh}：{item.Name.Zh}", $"{row.Name.En}: {item.Name.En}"),
            Unit = item.Unit,
            MeasuredIn = item.MeasuredIn,
            Direction = item.Direction,
            Decimals = row.Decimals,
            Range = item.Range,
            Starred = item.Starred,
            Kinds = row.Kinds,
            Kind = row.Kind,
            Target = target,
            States = item.States,
            Absence = item.Absence ?? row.Absence,
            Rule = rule,
            Source = row.Source,
            Stages = from.IsEmpty
                ? [.. StageComposer.Entries(whole, draft).OrderBy(s => s.Stage.Year)
                    .Select(s => ProvenanceComposer.Own(s.Of(target, rule), s, draft, row.Source))]
                : _stages.Compose(whole, uppers, row.Source, target, rule),
            From = from,
            ItemOf = row.Id,
            CountsAsRow = false,
            Provenance = [.. Written.Select(f => new FieldProvenance(f, row.ProvenanceOf("items")))],
            Location = location,
        };
    }

    // The number that an upper scheme prints for an item; null where that is its row's.
    private string? PrintedOf(UpperIndicator upper)
    {
        var item = Upper(upper)!;
        return Upper(upper with { IndicatorId = item.ItemOf! })!.Number == item.Number ? null : item.Number;
    }

    private Indicator? Upper(UpperIndicator upper) => schemes.FirstOrDefault(s => s.Id == upper.SchemeId)?.Find(upper.IndicatorId);
}
