using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>What a column of a printed table holds.</summary>
internal enum DraftColumn
{
    /// <summary>Something that a plugin does not need.</summary>
    Other,

    /// <summary>The upper heading.</summary>
    Domain,

    /// <summary>The lower heading.</summary>
    Task,

    /// <summary>The number.</summary>
    Number,

    /// <summary>The name.</summary>
    Name,

    /// <summary>The item.</summary>
    Item,

    /// <summary>The unit.</summary>
    Unit,

    /// <summary>The target.</summary>
    Target,

    /// <summary>The kind: 约束性 or 参考性.</summary>
    Kind,

    /// <summary>Whether the place reports the target as met.</summary>
    Met,

    /// <summary>A remark.</summary>
    Note,

    /// <summary>A value of a year.</summary>
    Value,

    /// <summary>A target of a year.</summary>
    Stage,

    /// <summary>The year in which the target of the same row is due.</summary>
    Due,
}

/// <summary>The headings of a printed table: where they are and what each column holds. Immutable.</summary>
internal sealed partial class DraftColumns
{
    private const int RowsLookedAt = 20;

    private readonly ImmutableArray<(DraftColumn Kind, int? Year, string Heading)> _columns;

    private DraftColumns(int lastRow, ImmutableArray<(DraftColumn, int?, string)> columns) => (LastRow, _columns) = (lastRow, columns);

    /// <summary>The last row of the headings.</summary>
    internal int LastRow { get; }

    /// <summary>All headings as written.</summary>
    internal IEnumerable<string> Headings => _columns.Select(c => c.Heading).Where(h => h.Length > 0).Distinct();

    /// <summary>The columns of values, with the years that their headings name.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Values => Of(DraftColumn.Value);

    /// <summary>The columns of dated targets, with their years.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Stages => Of(DraftColumn.Stage);

    /// <summary>The columns of targets without a year, of which a table for several levels has several.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Targets => Of(DraftColumn.Target);

    /// <summary>Whether rows and their targets can be identified.</summary>
    internal bool IsWhole => this[DraftColumn.Name] is not null && (this[DraftColumn.Target] is not null || Stages.Any());

    /// <summary>The first column of a kind; null if there is none.</summary>
    internal int? this[DraftColumn kind]
    {
        get
        {
            for (var i = 0; i < _columns.Length; i++)
            {
                if (_columns[i].Kind == kind)
                {
                    return i;
                }
            }

            return null;
        }
    }

    private int Known => _columns.Count(c => c.Kind != DraftColumn.Other);

    // A group over several columns says one thing: 目标 over 指标值, 2025年 and 2030年.
    private int Distinct => _columns.Where(c => c.Kind != DraftColumn.Other).Select(c => (c.Kind, c.Year)).Distinct().Count();

    /// <summary>The row of headings that says the most different things, or two such rows; null if no row has two.</summary>
    internal static DraftColumns? Find(PrintedTable table)
    {
        DraftColumns? best = null;
        for (var row = 0; row < Math.Min(table.Height, RowsLookedAt); row++)
        {
            foreach (var last in (int[])[row, row + 1])
            {
                var one = Read(table, row, last);
                if (best is null || (one.IsWhole, one.Distinct, one.Known).CompareTo((best.IsWhole, best.Distinct, best.Known)) > 0)
                {
                    best = one;
                }
            }
        }

        return best is { Known: >= 2 } ? best : null;
    }

    private IEnumerable<(int Column, int? Year, string Heading)> Of(DraftColumn kind) =>
        _columns.Select((c, i) => (c, i)).Where(c => c.c.Kind == kind).Select(c => (c.i, c.c.Year, c.c.Heading));

    private static DraftColumns Read(PrintedTable table, int first, int last)
    {
        var columns = ImmutableArray.CreateBuilder<(DraftColumn, int?, string)>(table.Width);
        var above = "";
        for (var column = 0; column < table.Width; column++)
        {
            var (upper, lower) = (Folded(table.Text(first, column)), Folded(table.Text(last, column)));
            above = first == last || upper.Length > 0 ? upper : above;
            // A sub-heading below its group: 目标值 over 2025年; an empty group covers the cells to its right.
            var heading = first == last || lower == upper || lower.Length == 0 ? upper : upper.Length == 0 ? above + lower : upper + lower;
            var (kind, year) = Kind(heading);
            if (kind == DraftColumn.Other && first != last && lower.Length > 0)
            {
                (kind, year) = Kind(lower);
            }

            columns.Add((kind, year, heading));
        }

        return new(last, Layered([.. columns]));
    }

    // 一级指标, 二级指标, 三级指标: the lowest level is the indicator.
    private static ImmutableArray<(DraftColumn, int?, string)> Layered(
        ImmutableArray<(DraftColumn Kind, int? Year, string Heading)> columns)
    {
        string[] levels = ["一级指标", "二级指标", "三级指标"];
        var present = levels.Where(l => columns.Any(c => c.Heading == l)).ToList();
        if (present.Count < 2 || columns.Any(c => c.Kind == DraftColumn.Name))
        {
            return columns;
        }

        return [.. columns.Select(c => present.IndexOf(c.Heading) switch
        {
            -1 => c,
            var at when at == present.Count - 1 => (DraftColumn.Name, null, c.Heading),
            0 => (DraftColumn.Domain, null, c.Heading),
            _ => (DraftColumn.Task, (int?)null, c.Heading),
        })];
    }

    private static (DraftColumn Kind, int? Year) Kind(string heading)
    {
        if (heading.Length is 0 or > 60)
        {
            return (DraftColumn.Other, null);
        }

        var years = YearPattern().Matches(heading).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToList();
        int? year = years.Count == 0 ? null : years.Max();
        var plain = BracketPattern().Replace(heading, "");
        return plain switch
        {
            "领域" or "类别" or "目标层" or "指标类别" or "维度" or "体系" => (DraftColumn.Domain, null),
            "任务" or "建设任务" or "准则层" or "方面" or "重点任务" => (DraftColumn.Task, null),
            "序号" or "编号" or "指标序号" or "No." or "No" or "指标编号" => (DraftColumn.Number, null),
            "指标名称" or "指标" or "考核指标" or "评价指标" or "具体指标" or "指标层" or "名称"
                or "建设指标" or "指标内容" or "考核内容" or "主要指标" => (DraftColumn.Name, null),
            "分项" or "分项名称" or "子项" or "分项指标" => (DraftColumn.Item, null),
            "单位" or "计量单位" or "指标单位" => (DraftColumn.Unit, null),
            "目标年" or "目标年份" or "年份" or "目标年度" or "阶段" or "规划期" or "时段" or "时限" or "完成时限" =>
                (DraftColumn.Due, null),
            "备注" or "说明" => (DraftColumn.Note, null),
            _ when plain.Contains("属性", StringComparison.Ordinal) || plain is "指标性质" or "性质" or "指标类型" or "类型" =>
                (DraftColumn.Kind, null),
            _ when plain.Contains("达标", StringComparison.Ordinal) && year is null => (DraftColumn.Met, null),
            _ when Any(plain, "责任", "牵头", "部门", "来源", "权重", "分值", "得分", "差距", "增幅", "年均") => (DraftColumn.Other, null),
            _ when Any(plain, "现状", "基准", "基期", "实际", "完成值", "完成情况") => (DraftColumn.Value, year),
            _ when year is not null && Any(heading, "目标", "近期", "中期", "远期", "规划", "期末") => (DraftColumn.Stage, year),
            _ when Any(plain, "近期目标", "中期目标", "远期目标", "近期", "远期", "中远期") => (DraftColumn.Stage, null),
            _ when Any(plain, "指标值", "目标值", "考核标准", "标准值", "创建标准", "考核目标", "指标要求", "建设标准",
                "考核要求", "参考值")
                || plain is "目标" or "标准" or "要求" => (DraftColumn.Target, null),
            _ when year is not null && BareYearPattern().IsMatch(heading) => (DraftColumn.Stage, year),
            _ => (DraftColumn.Other, null),
        };
    }

    private static bool Any(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal static string Folded(string heading) =>
        TargetText.Narrow(heading).Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('*', ':');

    [GeneratedRegex(@"(?<!\d)(?:19|20|21)\d\d(?!\d)")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"^(?:19|20|21)\d\d年?(?:值|末)?$")]
    private static partial Regex BareYearPattern();
}
