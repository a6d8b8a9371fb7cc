using System.Collections.Frozen;

namespace IndicatorRules.Rows;

/// <summary>The English and Chinese names of columns.</summary>
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
    ];

    // Headings in the printed tables.
    private static readonly KeyValuePair<string, TableColumn>[] AsPrinted =
    [
        new("是否达标", TableColumn.Met), new("指标编号", TableColumn.Indicator), new("变化情况", TableColumn.Trend),
        new("行政区代码", TableColumn.Place),
        new("县名", TableColumn.Name), new("本年现状值", TableColumn.Value),
    ];

    private static readonly FrozenDictionary<string, TableColumn> ByName =
        Names.SelectMany(n => (KeyValuePair<string, TableColumn>[])[new(n.Name, n.Column), new(n.Chinese, n.Column)]).Concat(AsPrinted)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The required columns.</summary>
    internal static readonly TableColumn[] Needed = [TableColumn.Place, TableColumn.Year, TableColumn.Indicator, TableColumn.Value];

    /// <summary>Columns that are ignored without notice: they are for readers only.</summary>
    internal static FrozenSet<string> Ignored { get; } =
        new[] { "note", "source", "备注", "来源", "数据来源" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names in both languages.</summary>
    internal static IEnumerable<string> All => ByName.Keys;

    internal static TableColumn? Find(string heading) => ByName.TryGetValue(heading, out var column) ? column : null;

    internal static string Of(TableColumn column) => Names[(int)column].Name;

    internal static string ChineseOf(TableColumn column) => Names[(int)column].Chinese;
}
