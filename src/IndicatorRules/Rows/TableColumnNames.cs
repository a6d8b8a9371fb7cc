using System.Collections.Frozen;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Rows;

/// <summary>The English and Chinese names of columns, in any spelling.</summary>
internal static class TableColumnNames
{
    private static readonly (TableColumn Column, string Name, string Chinese)[] Names =
    [
        (TableColumn.Place, "place", "行政区"),
        (TableColumn.Year, "year", "年份"),
        (TableColumn.Indicator, "indicator", "指标"),
        (TableColumn.Item, "item", "分项"),
        (TableColumn.Value, "value", "现状值"),
        (TableColumn.Kind, "kind", "类型"),
        (TableColumn.Unit, "unit", "单位"),
        (TableColumn.OfYear, "ofYear", "数据年份"),
        (TableColumn.Met, "met", "填报达标"),
        (TableColumn.Trend, "trend", "趋势"),
        (TableColumn.Change, "change", "变化率"),
        (TableColumn.ChangeSince, "changeSince", "变化起始年"),
        (TableColumn.Done, "done", "完成数"),
        (TableColumn.Assigned, "assigned", "下达数"),
        (TableColumn.Task, "task", "上级任务"),
        (TableColumn.TaskName, "taskName", "任务名称"),
        (TableColumn.TaskUnit, "taskUnit", "任务单位"),
        (TableColumn.TaskRequired, "taskRequired", "任务目标"),
        (TableColumn.TaskLimit, "taskLimit", "任务方向"),
        (TableColumn.TaskActual, "taskActual", "任务完成"),
        (TableColumn.Name, "name", "行政区名称"),
        (TableColumn.Level, "level", "层级"),
        (TableColumn.IndicatorName, "indicatorName", "指标名称"),
        (TableColumn.Number, "number", "序号"),
        (TableColumn.Remark, "remark", "数值说明"),
        (TableColumn.Estimated, "estimated", "预计数"),
        (TableColumn.Measure, "measure", "数值性质"),
        (TableColumn.Source, "source", "数据来源"),
        (TableColumn.SourcePlace, "sourcePlace", "来源位置"),
        (TableColumn.ParentAverage, "parentAverage", "上级平均值"),
        (TableColumn.ParentPlace, "parentPlace", "上级地区"),
        (TableColumn.ParentSource, "parentSource", "上级平均值来源"),
        (TableColumn.ParentSourcePlace, "parentSourcePlace", "上级平均值来源位置"),
        (TableColumn.TaskWords, "taskWords", "任务原文"),
        (TableColumn.RelatedName, "relatedName", "相关数据名称"),
        (TableColumn.RelatedValue, "relatedValue", "相关数据"),
        (TableColumn.RelatedUnit, "relatedUnit", "相关数据单位"),
        (TableColumn.TargetYear, "targetYear", "所填目标年份"),
        (TableColumn.TargetText, "targetText", "所填目标"),
        (TableColumn.TargetAtLeast, "targetAtLeast", "所填目标下限"),
        (TableColumn.TargetAtMost, "targetAtMost", "所填目标上限"),
        (TableColumn.TargetTask, "targetTask", "所填目标为上级任务"),
        (TableColumn.BindingLevel, "bindingLevel", "所填属性层级"),
        (TableColumn.Binding, "binding", "所填属性"),
        (TableColumn.Points, "points", "加减分"),
        (TableColumn.Reason, "reason", "加减分理由"),
        (TableColumn.Note, "factsNote", "整份数据的说明"),
        (TableColumn.ParentUnit, "parentUnit", "上级平均值单位"),
        (TableColumn.Owner, "owner", "责任单位"),
        (TableColumn.RowNote, "note", "备注"),
    ];

    // Headings of printed tables and of forms.
    private static readonly (TableColumn Column, string[] Headings)[] AsPrinted =
    [
        (TableColumn.Place, ["行政区代码", "行政区划代码", "区划代码", "县代码"]),
        (TableColumn.Name, ["县名", "县区", "县(市、区)", "县(市区)", "县(区)", "县市区", "市县", "地区", "地区名称", "行政区划"]),
        (TableColumn.Year, ["年度", "统计年份", "统计年度", "评价年份", "评价年度", "考核年份", "考核年度"]),
        (TableColumn.Indicator, ["指标编号", "指标代码", "指标id", "编号"]),
        (TableColumn.IndicatorName, ["考核指标", "评价指标", "建设指标", "指标内容", "具体指标"]),
        (TableColumn.Number, ["序", "指标序号"]),
        (TableColumn.Item, ["分项名称", "分项指标", "分项内容"]),
        (TableColumn.Value, ["本年现状值", "当年现状值", "现状", "现状数值", "指标现状值", "实际值", "本年值", "当年值", "填报值"]),
        (TableColumn.Kind, ["没有数字的原因", "缺数原因"]),
        (TableColumn.Unit, ["计量单位", "指标单位"]),
        (TableColumn.OfYear, ["数据年度"]),
        (TableColumn.Met, ["是否达标", "达标情况", "达标与否", "是否达标(自评)"]),
        (TableColumn.Trend, ["变化情况", "变化趋势"]),
        (TableColumn.Task, ["上级任务情况", "上级任务完成情况"]),
        (TableColumn.Source, ["来源"]),
        (TableColumn.Owner, ["责任部门"]),
    ];

    // Footnote marks behind a heading.
    private static readonly char[] Marks = [.. "①②③④⑤⑥⑦⑧⑨⑩¹²³⁴⁵⁶⁷⁸⁹*★☆※# "];

    // Headings of ids, beside which 指标 and 行政区 are names.
    private static readonly FrozenSet<string> Ids =
        new[] { "指标编号", "指标代码", "指标id", "编号" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes =
        new[] { "行政区代码", "行政区划代码", "区划代码", "县代码" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, TableColumn> ByName = Names
        .SelectMany(n => (KeyValuePair<string, TableColumn>[])[new(FoldedName.Of(n.Name), n.Column), new(n.Chinese, n.Column)])
        .Concat(AsPrinted.SelectMany(p => p.Headings.Select(h => new KeyValuePair<string, TableColumn>(h, p.Column))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The required columns. Years and places can be given otherwise, and names or numbers instead of ids.</summary>
    internal static readonly TableColumn[] Needed = [TableColumn.Place, TableColumn.Year, TableColumn.Indicator, TableColumn.Value];

    /// <summary>Columns that are ignored without notice: they are read from the first row for the whole table.</summary>
    internal static FrozenSet<string> Ignored { get; } = new[] { "体系", "版本" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names in both languages that a heading may misspell.</summary>
    internal static IEnumerable<string> All => Names
        .Where(n => n.Column is not (TableColumn.IndicatorName or TableColumn.Number) && !IsForReaders(n.Column))
        .SelectMany(n => (string[])[n.Name, n.Chinese])
        .Concat(["是否达标", "指标编号", "变化情况", "行政区代码", "本年现状值"]);

    internal static TableColumn? Find(string heading)
    {
        var folded = FoldedName.Of(heading);
        // 现状值（%）, 指标①
        return ByName.TryGetValue(folded, out var column) || ByName.TryGetValue(HeadingText.WithoutBrackets(folded), out column)
            || ByName.TryGetValue(FoldedName.Of(heading.TrimEnd(Marks)), out column) ? column : null;
    }

    /// <summary>The column of a heading among others: beside a column of codes, 行政区 is the name, and so is 指标.</summary>
    internal static TableColumn? Find(string heading, IReadOnlyList<string> all) => (FoldedName.Of(heading), Find(heading)) switch
    {
        ("指标", _) when all.Any(h => Ids.Contains(FoldedName.Of(h))) => TableColumn.IndicatorName,
        ("行政区", _) when all.Any(h => Codes.Contains(FoldedName.Of(h))) => TableColumn.Name,
        (_, var column) => column,
    };

    /// <summary>Whether a column is shown to people, so that nothing depends on it.</summary>
    internal static bool IsForReaders(TableColumn column) => column is TableColumn.Owner or TableColumn.RowNote;

    internal static string Of(TableColumn column) => Names[(int)column].Name;

    internal static string ChineseOf(TableColumn column) => Names[(int)column].Chinese;
}
