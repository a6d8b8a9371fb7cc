using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>
/// What a report's column of values cannot say by itself, such as the figures of a superior's task, in the columns that tables of facts
/// have for it. Immutable.
/// </summary>
internal sealed class FiguresBeside
{
    private const string Item = "分项";

    private static readonly ImmutableArray<string> Known =
    [
        Item, "类型", "完成数", "下达数", "数据年份", "趋势", "变化率", "变化起始年", "数值性质", "上级平均值", "上级平均值单位",
        "上级地区", "上级平均值来源", "上级平均值来源位置", "上级任务", "任务原文", "任务名称", "任务单位", "任务目标", "任务方向",
        "任务完成",
        "相关数据名称", "相关数据", "相关数据单位", "数据来源", "来源位置",
        "责任单位", "备注",
    ];

    // The columns of the report that the line of an item fills.
    private static readonly string[] OfItem = ["单位", "现状值", "填报达标"];

    // Needed only where the printed value reads as something else.
    private static readonly string[] OfForm = ["类型"];

    private readonly Dictionary<(Assessment, string), List<FigureLine>> _lines = [];

    private FiguresBeside(ImmutableArray<string> columns) => Columns = columns;

    /// <summary>The columns that any row needs, by their Chinese names.</summary>
    internal ImmutableArray<string> Columns { get; }

    internal static FiguresBeside Of(IReadOnlyList<Assessment> assessments)
    {
        var tables = assessments.Select(a => (Assessment: a, Parts: Parts(a).ToList())).ToList();
        var used = tables.SelectMany(t => t.Parts).SelectMany(p => p.Cells.Keys).ToHashSet(StringComparer.Ordinal);
        var all = new FiguresBeside([.. Known.Where(used.Contains)]);
        foreach (var (assessment, parts) in tables)
        {
            foreach (var row in parts.GroupBy(p => p.Id, StringComparer.Ordinal))
            {
                all._lines[(assessment, row.Key)] = all.Lines(row.Select(r => r.Cells));
            }
        }

        return all;
    }

    /// <summary>The headings in a language.</summary>
    internal IEnumerable<string> Headings(Language language) =>
        language == Language.Zh ? Columns : Columns.Select(c => FactsTable.FindColumn(c)!);

    /// <summary>The lines of an indicator: its own first, then further ones.</summary>
    internal IReadOnlyList<FigureLine> Of(Assessment assessment, string indicator) =>
        _lines.TryGetValue((assessment, indicator), out var lines) ? lines : [Empty];

    private FigureLine Empty => new([.. Columns.Select(_ => "")]);

    // A figure of each kind on one line, further ones below; each item has lines of its own.
    private List<FigureLine> Lines(IEnumerable<Dictionary<string, string>> parts)
    {
        var lines = new List<FigureLine> { Empty };
        foreach (var part in parts)
        {
            var at = part.Keys.Where(k => k != Item).Select(k => Columns.IndexOf(k)).Where(i => i >= 0).ToList();
            var item = part.GetValueOrDefault(Item, "");
            var line = lines.Find(l => l.Item == item && at.TrueForAll(i => l.Cells[i].Length == 0));
            if (line is null)
            {
                lines.Add(line = Empty with { Item = item });
            }

            foreach (var (column, text) in part)
            {
                if (Columns.IndexOf(column) is var cell and >= 0)
                {
                    line.Cells[cell] = text;
                }
                else
                {
                    line.OfItem[Array.IndexOf(OfItem, column)] = text;
                }
            }
        }

        return lines;
    }

    private static IEnumerable<(string Id, Dictionary<string, string> Cells)> Parts(Assessment assessment)
    {
        var facts = assessment.Indicators.Where(v => v.Indicator.TakesFacts).Select(v => v.Facts).OfType<IndicatorFacts>().ToList();
        var rows = FactsRows.Of(assessment.Scheme, new PlaceFacts(assessment.Place, [new YearFacts(assessment.Year, facts)]));
        int At(string heading) => rows.Headings.IndexOf(heading);
        var from = Known.Concat(OfItem).Select(k => (Column: k, At: At(k))).Where(k => k.At >= 0).ToList();
        foreach (var row in rows.Rows)
        {
            var id = row[At("指标编号")];
            var (isItem, of) = (row[At(Item)].Length > 0, facts.Find(f => f.Id == id)!);
            var reading = isItem ? ReadingOf(assessment.Scheme, of, row[At(Item)]) : of.Own.Value;
            var isAsPrinted = ReadingParser.Parse(reading.Text).Reading.Equals(reading);
            var cells = from.Where(k => row[k.At].Length > 0 && !(isAsPrinted && OfForm.Contains(k.Column)))
                .Where(k => isItem || !OfItem.Contains(k.Column)).ToDictionary(k => k.Column, k => row[k.At], StringComparer.Ordinal);
            // The value in the cell of the row is all that most items have.
            if (cells.Keys.Any(k => k != Item && k is not ("单位" or "现状值")))
            {
                yield return (id, cells);
            }
        }
    }

    private static Reading ReadingOf(Scheme scheme, IndicatorFacts facts, string item) =>
        facts.Items.FirstOrDefault(i => i.Id == item || scheme.Lineage().Select(s => s.Find(facts.Id)).OfType<Indicator>()
            .Any(r => r.Items.Any(n => n.Id == i.Id && n.Name.Zh == item)))?.Fact.Value ?? Fact.Unknown.Value;
}

/// <summary>A line of figures. Its cells are filled in while it is made.</summary>
/// <param name="Cells">A cell for each column.</param>
internal sealed record FigureLine(string[] Cells)
{
    /// <summary>The item that it is of; empty for the indicator itself.</summary>
    internal string Item { get; init; } = "";

    /// <summary>The unit, value and claim of the item.</summary>
    internal string[] OfItem { get; } = ["", "", ""];
}
