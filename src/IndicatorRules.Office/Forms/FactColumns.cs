using System.Collections.Immutable;

namespace IndicatorRules.Office.Forms;

/// <summary>The columns of a facts table that a form can fill, by the Chinese names that users see in messages.</summary>
internal static class FactColumns
{
    internal const string Place = "行政区";
    internal const string PlaceName = "行政区名称";
    internal const string Level = "层级";
    internal const string Year = "年份";
    internal const string Indicator = "指标";
    internal const string Item = "分项";
    internal const string Value = "现状值";
    internal const string Absence = "类型";
    internal const string Unit = "单位";
    internal const string OfYear = "数据年份";
    internal const string Met = "填报达标";
    internal const string Trend = "趋势";
    internal const string Change = "变化率";
    internal const string ChangeSince = "变化起始年";
    internal const string Task = "上级任务";
    internal const string TaskName = "任务名称";
    internal const string TaskUnit = "任务单位";
    internal const string TaskRequired = "任务目标";
    internal const string TaskLimit = "任务方向";
    internal const string TaskActual = "任务完成";
    internal const string Source = "数据来源";
    internal const string Owner = "责任单位";
    internal const string Note = "备注";

    /// <summary>All columns. The value is first, since the location of a row is that of its first cell.</summary>
    internal static ImmutableArray<string> All { get; } =
    [
        Value, Place, PlaceName, Level, Year, Indicator, Item, Absence, Unit, OfYear, Met, Trend, Change, ChangeSince,
        Task, TaskName, TaskUnit, TaskRequired, TaskLimit, TaskActual, Source, Owner, Note,
    ];

    /// <summary>The column of facts that a column of a form fills as it is.</summary>
    internal static string? Of(FormColumn column) => column switch
    {
        FormColumn.OfYear => OfYear,
        FormColumn.Met => Met,
        FormColumn.Trend => Trend,
        FormColumn.Change => Change,
        FormColumn.ChangeSince => ChangeSince,
        FormColumn.Task => Task,
        FormColumn.TaskName => TaskName,
        FormColumn.TaskUnit => TaskUnit,
        FormColumn.TaskRequired => TaskRequired,
        FormColumn.TaskLimit => TaskLimit,
        FormColumn.TaskActual => TaskActual,
        FormColumn.Source => Source,
        FormColumn.Owner => Owner,
        FormColumn.Note => Note,
        _ => null,
    };
}
