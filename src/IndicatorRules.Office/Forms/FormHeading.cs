using System.Collections.Frozen;
using System.Text;
using IndicatorRules.Rows;

namespace IndicatorRules.Office.Forms;

/// <summary>The headings of forms and printed tables, in every spelling that is read.</summary>
internal static class FormHeading
{
    private const string Value = "value";

    // Further spellings are those of tables of many places.
    private static readonly FrozenDictionary<string, FormColumn> Facts = new Dictionary<string, FormColumn>(StringComparer.Ordinal)
    {
        ["number"] = FormColumn.Number,
        ["indicatorName"] = FormColumn.Name,
        ["indicator"] = FormColumn.Id,
        ["item"] = FormColumn.Item,
        ["unit"] = FormColumn.Unit,
        [Value] = FormColumn.Value,
        ["kind"] = FormColumn.Reason,
        ["met"] = FormColumn.Met,
        ["trend"] = FormColumn.Trend,
        ["task"] = FormColumn.Task,
        ["ofYear"] = FormColumn.OfYear,
        ["source"] = FormColumn.Source,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FormColumn> Known = new Dictionary<string, FormColumn>(StringComparer.Ordinal)
    {
        ["领域"] = FormColumn.Domain,
        ["任务"] = FormColumn.TaskGroup,
        ["建设任务"] = FormColumn.TaskGroup,
        ["序号"] = FormColumn.Number,
        ["指标序号"] = FormColumn.Number,
        ["指标名称"] = FormColumn.Name,
        ["指标"] = FormColumn.Name,
        ["考核指标"] = FormColumn.Name,
        ["分项"] = FormColumn.Item,
        ["分项名称"] = FormColumn.Item,
        ["单位"] = FormColumn.Unit,
        ["计量单位"] = FormColumn.Unit,
        ["指标值"] = FormColumn.Target,
        ["目标值"] = FormColumn.Target,
        ["考核标准"] = FormColumn.Target,
        ["指标属性"] = FormColumn.Kind,
        ["上年值"] = FormColumn.LastYear,
        ["上年现状值"] = FormColumn.LastYear,
        ["本年现状值"] = FormColumn.Value,
        ["现状值"] = FormColumn.Value,
        ["现状"] = FormColumn.Value,
        ["指标现状值"] = FormColumn.Value,
        ["实际值"] = FormColumn.Value,
        ["完成值"] = FormColumn.Value,
        ["没有数字的原因"] = FormColumn.Reason,
        ["缺数原因"] = FormColumn.Reason,
        ["是否达标"] = FormColumn.Met,
        ["填报达标"] = FormColumn.Met,
        ["达标情况"] = FormColumn.Met,
        ["变化情况"] = FormColumn.Trend,
        ["趋势"] = FormColumn.Trend,
        ["上级任务"] = FormColumn.Task,
        ["任务名称"] = FormColumn.TaskName,
        ["任务单位"] = FormColumn.TaskUnit,
        ["任务目标"] = FormColumn.TaskRequired,
        ["方向"] = FormColumn.TaskLimit,
        ["任务方向"] = FormColumn.TaskLimit,
        ["完成数"] = FormColumn.TaskActual,
        ["任务完成"] = FormColumn.TaskActual,
        ["变化率"] = FormColumn.Change,
        ["变化起始年"] = FormColumn.ChangeSince,
        ["数据年份"] = FormColumn.OfYear,
        ["数据来源"] = FormColumn.Source,
        ["来源"] = FormColumn.Source,
        ["责任单位"] = FormColumn.Owner,
        ["责任部门"] = FormColumn.Owner,
        ["备注"] = FormColumn.Note,
        ["说明"] = FormColumn.Note,
        ["编号"] = FormColumn.Id,
        ["程序提示"] = FormColumn.Hint,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The column that a heading names, and the year of its values if it says one: 2022年现状值, 现状值（2022年）.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="group">The heading above it that it shares with others; empty if there is none.</param>
    internal static (FormColumn Column, int? Year)? Find(string heading, string group = "")
    {
        if (FactsTable.FindColumnOfYear(heading, group) is var (ofYear, year))
        {
            return ofYear == Value ? (FormColumn.Value, year) : null;
        }

        var text = Folded(heading);
        return Known.TryGetValue(text, out var column) ? (column, null)
            : FactsTable.FindColumnOfYear(text, group) is { Column: Value, Year: var written } ? (FormColumn.Value, written)
            : FactsTable.FindColumn(heading) is { } fact && Facts.TryGetValue(fact, out column) ? (column, null)
            : null;
    }

    /// <summary>A heading without blanks, line breaks and the brackets behind it.</summary>
    internal static string Folded(string heading)
    {
        var text = new StringBuilder(heading.Length);
        foreach (var c in heading.Take(200))
        {
            if (c is '（' or '(' && text.Length > 0)
            {
                break;
            }

            if (!char.IsWhiteSpace(c))
            {
                text.Append(c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c);
            }
        }

        return text.ToString().TrimEnd('*', ':');
    }
}
