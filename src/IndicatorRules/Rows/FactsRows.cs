using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Rows;

/// <summary>
/// Facts as the rows of a table, with a row for each figure, which <see cref="FactsTable"/> reads as the same again. Immutable.
/// </summary>
/// <remarks>Columns that no row fills are left out. The scheme that a facts file names has no column.</remarks>
public sealed class FactsRows
{
    // Columns that a table has even if they are empty.
    private static readonly ImmutableHashSet<TableColumn> Always =
    [
        TableColumn.Place, TableColumn.Name, TableColumn.Year, TableColumn.Indicator, TableColumn.Number, TableColumn.IndicatorName,
        TableColumn.Item, TableColumn.Value,
    ];

    private static readonly ImmutableArray<TableColumn> OfPlace =
        [TableColumn.Place, TableColumn.Name, TableColumn.Level, TableColumn.Note];

    private static readonly ImmutableArray<TableColumn> OfRow =
    [
        TableColumn.Year, TableColumn.Indicator, TableColumn.Number, TableColumn.IndicatorName, TableColumn.Item, TableColumn.Unit,
        TableColumn.Value, TableColumn.Kind, TableColumn.Done, TableColumn.Assigned, TableColumn.Estimated, TableColumn.Remark,
        TableColumn.OfYear, TableColumn.Met, TableColumn.Trend, TableColumn.Change, TableColumn.ChangeSince, TableColumn.Measure,
        TableColumn.ParentAverage, TableColumn.ParentUnit, TableColumn.ParentPlace,
        TableColumn.ParentSource, TableColumn.ParentSourcePlace, TableColumn.Task,
        TableColumn.TaskWords, TableColumn.TaskName, TableColumn.TaskUnit, TableColumn.TaskRequired, TableColumn.TaskLimit,
        TableColumn.TaskActual, TableColumn.RelatedName, TableColumn.RelatedValue, TableColumn.RelatedUnit, TableColumn.TargetYear,
        TableColumn.TargetText, TableColumn.TargetAtLeast, TableColumn.TargetAtMost, TableColumn.TargetTask, TableColumn.BindingLevel,
        TableColumn.Binding, TableColumn.Points, TableColumn.Reason, TableColumn.Source, TableColumn.SourcePlace,
        TableColumn.Owner, TableColumn.RowNote,
    ];

    private FactsRows(ImmutableArray<string> headings, ImmutableArray<ImmutableArray<string>> rows) => (Headings, Rows) = (headings, rows);

    /// <summary>The headings, in Chinese.</summary>
    public ImmutableArray<string> Headings { get; }

    /// <summary>The rows, each with a cell for each heading; the rows of a place are adjacent.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; }

    /// <summary>The rows of some facts.</summary>
    /// <param name="scheme">The scheme whose ids the facts use; the numbers and names of rows are its own.</param>
    /// <param name="places">The facts of each place.</param>
    public static FactsRows Of(Scheme scheme, params IEnumerable<PlaceFacts> places)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(places);
        var attributes = scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id).SelectMany(Columns).ToList();
        var rows = new List<(Dictionary<TableColumn, string> Cells, ImmutableArray<string> Attributes)>();
        foreach (var facts in places)
        {
            var isFirst = true;
            foreach (var cells in new PlaceRows(scheme, facts).Read())
            {
                if (isFirst && facts.Note.Length > 0)
                {
                    cells[TableColumn.Note] = facts.Note;
                }

                rows.Add((cells, [.. attributes.Select(a => isFirst ? a.Value(facts.Place) : "")]));
                isFirst = false;
            }
        }

        bool IsUsed(TableColumn column) => Always.Contains(column) || rows.Exists(r => r.Cells.ContainsKey(column));
        var filled = Enumerable.Range(0, attributes.Count).Where(i => rows.Exists(r => r.Attributes[i].Length > 0)
            || !attributes[i].IsSource).ToList();
        List<TableColumn> before = [.. OfPlace.Where(IsUsed)], after = [.. OfRow.Where(IsUsed)];
        return new(
            [.. before.Select(Heading), .. filled.Select(i => attributes[i].Heading), .. after.Select(Heading)],
            [
                .. rows.Select(r => (ImmutableArray<string>)
                [
                    .. before.Select(c => r.Cells.GetValueOrDefault(c, "")), .. filled.Select(i => r.Attributes[i]),
                    .. after.Select(c => r.Cells.GetValueOrDefault(c, "")),
                ]),
            ]);
    }

    /// <summary>The rows of several places as one table.</summary>
    /// <param name="tables">The rows of each, of one scheme.</param>
    public static FactsRows Join(params IEnumerable<FactsRows> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        List<FactsRows> all = [.. tables];
        var known = OfPlace.Select(Heading).Concat(OfRow.Select(Heading)).ToList();
        var before = OfPlace.Length;
        int Rank(string heading) => known.IndexOf(heading) is var at and >= 0 ? (at < before ? at : at + 1) : before;
        ImmutableArray<string> headings = [.. all.SelectMany(t => t.Headings).Distinct().OrderBy(Rank)];
        return new(headings, [.. all.SelectMany(t => t.Under(headings))]);
    }

    private IEnumerable<ImmutableArray<string>> Under(ImmutableArray<string> headings)
    {
        var from = headings.Select(h => Headings.IndexOf(h)).ToList();
        return Rows.Select(row => (ImmutableArray<string>)[.. from.Select(i => i < 0 ? "" : row[i])]);
    }

    // 行政区 and 指标 alone may be names.
    private static string Heading(TableColumn column) => column switch
    {
        TableColumn.Place => "行政区代码",
        TableColumn.Indicator => "指标编号",
        _ => TableColumnNames.ChineseOf(column),
    };

    private static IEnumerable<(string Heading, Func<Place, string> Value, bool IsSource)> Columns(PlaceAttribute attribute)
    {
        if (attribute.Kind == AttributeKind.Shares)
        {
            foreach (var part in attribute.Choices)
            {
                yield return (AttributeHeading.Of(attribute, part), p => ShareOf(p.Find(attribute.Id), part), false);
            }
        }
        else
        {
            yield return (attribute.Name.Zh, p => p.Find(attribute.Id) is not { } value ? ""
                : value.Choice ?? (value.Number is { } number ? Reading.Plain(number) : ""), false);
        }

        yield return (AttributeHeading.OfSource(attribute), p => p.Find(attribute.Id)?.Source?.Document ?? "", true);
        yield return (AttributeHeading.OfSourcePlace(attribute), p => p.Find(attribute.Id)?.Source?.Locator ?? "", true);
    }

    private static string ShareOf(AttributeValue? value, Choice part) =>
        value?.Shares.FirstOrDefault(s => part.Answers(s.Part)) is { } share ? Reading.Plain(share.Percent) : "";

    /// <summary>Makes the rows of one place. One use.</summary>
    private sealed class PlaceRows(Scheme scheme, PlaceFacts facts)
    {
        private static readonly JsonSerializerOptions Options = new() { Encoder = VisibleText.Json };

        private readonly List<Dictionary<TableColumn, string>> _rows = [];
        private int _year;

        internal List<Dictionary<TableColumn, string>> Read()
        {
            foreach (var year in facts.Years)
            {
                _year = year.Year;
                foreach (var indicator in year.Indicators)
                {
                    Add(indicator);
                }

                foreach (var figure in year.Background)
                {
                    var named = scheme.Lineage().SelectMany(s => s.Background).FirstOrDefault(b => b.Id == figure.Id);
                    Fact(Row(figure.Id, "", named?.Name.Zh ?? "", ""), figure.Fact);
                }

                foreach (var adjustment in year.Adjustments)
                {
                    var row = Row(adjustment.Id, "", NameOf(adjustment), "");
                    Set(row, TableColumn.Points, Reading.Plain(adjustment.Points));
                    Set(row, TableColumn.Reason, adjustment.Reason);
                    Source(row, adjustment.Source, TableColumn.Source, TableColumn.SourcePlace);
                }
            }

            return _rows;
        }

        private string NameOf(Adjustment adjustment) => scheme.Lineage().SelectMany(s => s.Conclusion?.Adjustments ?? [])
            .FirstOrDefault(a => a.Id == adjustment.Id)?.Name.Zh ?? "";

        private void Add(IndicatorFacts facts)
        {
            var indicator = scheme.Lineage().Select(s => s.Find(facts.Id)).FirstOrDefault(i => i is not null);
            Dictionary<TableColumn, string> New(string item) =>
                Row(facts.Id, indicator is null ? "" : $"{indicator.Number}", indicator?.Name.Zh ?? "", item);
            var isSilent = facts.Own.Equals(Contract.Facts.Fact.Unknown) && !facts.SuperiorTask.Equals(SuperiorTaskFacts.NotStated);
            if (!isSilent && (facts.Items.IsEmpty || !facts.Own.Equals(Contract.Facts.Fact.Unknown)))
            {
                Fact(New(""), facts.Own);
            }

            Beside(facts.Own, facts.SuperiorTask, () => New(""));
            // An item may be one of an upper scheme alone.
            var items = scheme.Lineage().SelectMany(s => s.Find(facts.Id)?.Items ?? []).DistinctBy(i => i.Id).ToList();
            foreach (var item in facts.Items)
            {
                var named = items.Find(i => i.Id == item.Id);
                string name = named is not null && items.Count(i => FoldedName.Same(i.Name.Zh, named.Name.Zh)) == 1
                    && !items.Exists(i => i.Id == named.Name.Zh && i != named) ? named.Name.Zh : item.Id;
                if (item.SuperiorTask.Equals(SuperiorTaskFacts.NotStated) || !item.Fact.Equals(Contract.Facts.Fact.Unknown))
                {
                    Fact(New(name), item.Fact);
                }

                Beside(item.Fact, item.SuperiorTask, () => New(name));
            }

            foreach (var target in facts.Targets)
            {
                var row = New("");
                Set(row, TableColumn.TargetYear, Digits(target.Year));
                Set(row, TableColumn.TargetText, target.Text);
                Set(row, TableColumn.TargetAtLeast, Digits(target.AtLeast));
                Set(row, TableColumn.TargetAtMost, Digits(target.AtMost));
                Set(row, TableColumn.TargetTask, target.SuperiorTask ? "是" : "");
            }

            foreach (var kind in facts.PrintedKinds)
            {
                var row = New("");
                Set(row, TableColumn.BindingLevel, kind.Level);
                Set(row, TableColumn.Binding, kind.IsBinding ? "约束性" : "参考性");
            }
        }

        private Dictionary<TableColumn, string> Row(string id, string number, string name, string item)
        {
            var row = new Dictionary<TableColumn, string>();
            Set(row, TableColumn.Place, facts.Place.Code);
            Set(row, TableColumn.Name, facts.Place.Name);
            Set(row, TableColumn.Level, facts.Place.Level);
            Set(row, TableColumn.Year, Digits(_year));
            Set(row, TableColumn.Indicator, id);
            Set(row, TableColumn.Number, number);
            Set(row, TableColumn.IndicatorName, name);
            Set(row, TableColumn.Item, item);
            _rows.Add(row);
            return row;
        }

        private static void Fact(Dictionary<TableColumn, string> row, Fact fact)
        {
            var written = WrittenReading.Of(fact.Value, fact.Unit, fact.OfYear);
            var unit = fact.Unit ?? "";
            switch (written.Value)
            {
                // A quota has the unit of its counts.
                case JsonObject quota when quota["done"] is not null:
                    Set(row, TableColumn.Done, Digits(fact.Value.Done));
                    Set(row, TableColumn.Assigned, Digits(fact.Value.Assigned));
                    unit = (string?)quota["unit"] ?? "";
                    break;
                case JsonObject words when words["words"] is { } text && words["absent"] is null:
                    Set(row, TableColumn.Value, (string)text!);
                    Set(row, TableColumn.Kind, "文字");
                    break;
                case JsonObject absent when absent["absent"] is not null:
                    Set(row, TableColumn.Value, (string?)absent["words"] ?? "");
                    Set(row, TableColumn.Kind, Absence(fact.Value.Absence));
                    break;
                default:
                    Set(row, TableColumn.Value, Cell(written.Value));
                    break;
            }

            // A unit that the facts leave to the scheme stays so.
            Set(row, TableColumn.Unit, unit);
            Set(row, TableColumn.Estimated, written.IsEstimated ? "是" : "");
            Set(row, TableColumn.Remark, written.Remark);
            Set(row, TableColumn.OfYear, Digits(fact.OfYear));
            Set(row, TableColumn.Met, fact.ReportedMet switch { true => "是", false => "否", null => "" });
            Set(row, TableColumn.Trend, fact.ClaimedTrend switch
            {
                Trend.Stable => "稳定",
                Trend.Improving => "改善",
                Trend.Worsening => "恶化",
                _ => "",
            });
            Set(row, TableColumn.Change, Digits(fact.Change?.Percent));
            Set(row, TableColumn.ChangeSince, Digits(fact.Change?.Since));
            Set(row, TableColumn.Measure, fact.Measure switch { Measure.Level => "水平", Measure.Change => "变化", _ => "" });
            if (fact.ParentAverage is { } average)
            {
                Set(row, TableColumn.ParentAverage, Cell(WrittenReading.Of(average.Value, average.Unit, null).Value));
                Set(row, TableColumn.ParentUnit, average.Unit ?? "");
            }

            Set(row, TableColumn.ParentPlace, fact.ParentAverage?.Place ?? "");
            Source(row, fact.ParentAverage?.Source, TableColumn.ParentSource, TableColumn.ParentSourcePlace);
            Source(row, fact.Source, TableColumn.Source, TableColumn.SourcePlace);
            Set(row, TableColumn.Owner, fact.Owner ?? "");
            Set(row, TableColumn.RowNote, fact.Note ?? "");
        }

        private static void Beside(Fact fact, SuperiorTaskFacts task, Func<Dictionary<TableColumn, string>> row)
        {
            var said = task.State == SuperiorTaskState.Figures ? task.Claim : task.State;
            if (said != SuperiorTaskState.NotStated || task.Text.Length > 0)
            {
                var cells = row();
                Set(cells, TableColumn.Task, said switch
                {
                    SuperiorTaskState.NoneSet => "未下达",
                    SuperiorTaskState.SaidCompleted => "已完成",
                    SuperiorTaskState.SaidNotCompleted => "未完成",
                    _ => "",
                });
                Set(cells, TableColumn.TaskWords, task.Text);
            }

            foreach (var figure in task.Figures)
            {
                var cells = row();
                Set(cells, TableColumn.TaskName, figure.Name);
                Set(cells, TableColumn.TaskUnit, figure.Unit);
                Set(cells, TableColumn.TaskRequired, Reading.Plain(figure.Required));
                Set(cells, TableColumn.TaskLimit, figure.AtMost ? "不高于" : "不低于");
                Set(cells, TableColumn.TaskActual, Cell(WrittenReading.Of(figure.Actual, figure.Unit, null).Value));
            }

            foreach (var figure in fact.Related)
            {
                var cells = row();
                Set(cells, TableColumn.RelatedName, figure.Name);
                Set(cells, TableColumn.RelatedValue, Cell(WrittenReading.Of(figure.Value, figure.Unit, null).Value));
                Set(cells, TableColumn.RelatedUnit, figure.Unit);
            }
        }

        // A number or text as it is; what words cannot say in its typed form.
        private static string Cell(JsonNode value) => value is JsonObject o ? o.ToJsonString(Options) : $"{value}";

        private static void Source(Dictionary<TableColumn, string> row, Source? source, TableColumn document, TableColumn place)
        {
            Set(row, document, source?.Document ?? "");
            Set(row, place, source?.Locator ?? "");
        }

        private static string Absence(AbsenceKind kind) => kind switch
        {
            AbsenceKind.NothingOfTheKind => "不涉及",
            AbsenceKind.NotAssessed => "不考核",
            AbsenceKind.NotMeasurable => "无法监测",
            _ => "未填报",
        };

        private static string Digits(decimal? number) => number is { } known ? Reading.Plain(known) : "";

        private static string Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

        private static void Set(Dictionary<TableColumn, string> row, TableColumn column, string text)
        {
            if (text.Length > 0)
            {
                row[column] = text;
            }
        }
    }
}
