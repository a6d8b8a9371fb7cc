using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
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

    private DraftColumns(int firstRow, int lastRow, ImmutableArray<(DraftColumn, int?, string)> columns)
        => (FirstRow, LastRow, _columns) = (firstRow, lastRow, columns);

    /// <summary>The first row of the headings.</summary>
    internal int FirstRow { get; private init; }

    /// <summary>The last row of the headings; -1 in a table that goes on without them.</summary>
    internal int LastRow { get; private init; }

    /// <summary>What the headings leave open about the whole table.</summary>
    internal ImmutableArray<LocalizedText> Notices { get; private init; } = [];

    /// <summary>What the headings leave open about the rule of each row.</summary>
    internal ImmutableArray<LocalizedText> Questions { get; private init; } = [];

    /// <summary>All headings as written.</summary>
    internal IEnumerable<string> Headings => _columns.Select(c => c.Heading).Where(h => h.Length > 0).Distinct();

    /// <summary>The columns of values, with the years that their headings name.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Values => Of(DraftColumn.Value);

    /// <summary>The columns of dated targets, with their years.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Stages => Of(DraftColumn.Stage);

    /// <summary>The columns of targets without a year, of which a table for several levels has several.</summary>
    internal IEnumerable<(int Column, int? Year, string Heading)> Targets => Of(DraftColumn.Target);

    /// <summary>The unit in brackets behind all headings of targets, of a table without a column of units; empty for none.</summary>
    internal string TargetUnit
    {
        get
        {
            var units = _columns.Where(c => c.Kind is DraftColumn.Target or DraftColumn.Stage)
                .Select(c => BracketPattern().Matches(c.Heading).Select(m => m.Value[1..^1]).FirstOrDefault(DraftNames.IsUnit) ?? "")
                .Distinct().ToList();
            return this[DraftColumn.Unit] is null && units is [var one] ? one : "";
        }
    }

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

    /// <summary>Whether the columns of another table hold the same.</summary>
    internal bool AreSame(DraftColumns other) =>
        _columns.Select(c => (c.Kind, c.Year)).SequenceEqual(other._columns.Select(c => (c.Kind, c.Year)));

    /// <summary>The same columns in a table that goes on without headings.</summary>
    internal DraftColumns Continued() => new(-1, -1, _columns);

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

        return best is { Known: >= 2 } ? best.Settled(table) : null;
    }

    // What the headings say together, and with the cells below them.
    private DraftColumns Settled(PrintedTable table)
    {
        var columns = _columns.ToList();
        var (notices, questions) = (new List<LocalizedText>(), new List<LocalizedText>());
        List<string> Cells(int column) => [.. Enumerable.Range(LastRow + 1, Math.Max(0, table.Height - LastRow - 1))
            .Select(r => table.Text(r, column)).Where(t => t.Length > 0)];
        bool Has(DraftColumn kind) => columns.Any(c => c.Kind == kind);
        for (var i = 0; i < columns.Count; i++)
        {
            var (kind, _, heading) = columns[i];
            // 指标名称 over two columns: the second has the items, or the name again. A CSV file keeps no merged heading.
            if (i > 0 && heading.Length == 0 && columns[i - 1].Kind == DraftColumn.Name && !Has(DraftColumn.Item) && Cells(i).Count > 0)
            {
                columns[i] = (DraftColumn.Item, null, heading);
            }
            else if (i > 0 && columns[i - 1] is var before && before.Heading == heading && before.Kind == kind
                && kind is DraftColumn.Name or DraftColumn.Domain && !Has(kind == DraftColumn.Name ? DraftColumn.Item : DraftColumn.Task))
            {
                columns[i] = (kind == DraftColumn.Name ? DraftColumn.Item : DraftColumn.Task, null, heading);
            }
            else if (kind is DraftColumn.Domain or DraftColumn.Task or DraftColumn.Other && !Has(DraftColumn.Kind)
                && Cells(i) is { Count: > 0 } cells && cells.TrueForAll(KindWordPattern().IsMatch))
            {
                columns[i] = (DraftColumn.Kind, null, heading);
            }
            else if (kind is DraftColumn.Target or DraftColumn.Stage && RelativePattern().IsMatch(heading))
            {
                questions.Add(new(
                    $"列“{heading}”印的是累计、年均或与某年比的变化，规则按这一项的数本身来判，请核对。",
                    $"The column “{heading}” prints changes or sums; the rule judges the figure itself."));
            }
        }

        // 2020年 | 2025年: the first is where the plan begins.
        var years = columns.Select((c, i) => (c.Kind, c.Year, c.Heading, i)).Where(c => c is { Kind: DraftColumn.Stage, Year: not null })
            .OrderBy(c => c.Year).ToList();
        if (years.Count > 1 && !Has(DraftColumn.Value) && BareYearPattern().IsMatch(years[0].Heading)
            && !Cells(years[0].i).Exists(t => TargetText.Parse(t).Clauses.Any(c => c.Demand is not (null or Demand.Bound { Kind: null }))))
        {
            columns[years[0].i] = (DraftColumn.Value, years[0].Year, years[0].Heading);
            notices.Add(new(
                $"列“{years[0].Heading}”没有写是现状还是目标，按现状值读；如果是目标，请把列名改成“{years[0].Year}年目标值”再试。",
                $"The column “{years[0].Heading}” is read as values, not as targets; compare it."));
        }
        else if (years.Count == 0 && !Has(DraftColumn.Target) && columns.FindIndex(c => c.Kind == DraftColumn.Stage) is var at and >= 0)
        {
            columns[at] = (DraftColumn.Target, null, columns[at].Heading);
            questions.Add(new(
                $"列“{columns[at].Heading}”没有写年份，先当作指标值，请定是哪一年的目标。",
                $"The column “{columns[at].Heading}” names no year; it is taken as the target."));
        }

        var names = columns.Select((c, i) => (c.Kind, i)).Where(c => c.Kind == DraftColumn.Name).Select(c => c.i).ToList();
        if (names is [var first, .., var last] && last - first > 1)
        {
            notices.Add(new("表分左右几栏，只读了左边一栏；请把各栏接成一张长表再试。",
                "The table has several panels side by side, of which the first is read; put them below each other."));
        }

        return new(FirstRow, LastRow, [.. columns]) { Notices = [.. notices], Questions = [.. questions] };
    }

    /// <summary>The tables that a sheet prints below each other, each from its own headings on.</summary>
    internal static IEnumerable<PrintedTable> Apart(PrintedTable table)
    {
        var (first, title) = (0, table.Title);
        var headings = Find(table);
        for (var row = (headings?.LastRow ?? table.Height) + 1; row < table.Height; row++)
        {
            if (Read(table, row, row) is { IsWhole: true, Distinct: >= 3 } other && !other.AreSame(headings!))
            {
                yield return table.Part(first, row, title);
                title = Enumerable.Range(0, table.Width).Select(c => table.Text(row - 1, c)).FirstOrDefault(t => t.Length > 0, "");
                first = row;
                headings = other;
            }
        }

        yield return first == 0 ? table : table.Part(first, table.Height, title);
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
            var (kind, year) = Kind(heading, YearOf(lower) ?? YearOf(heading));
            if (kind == DraftColumn.Other && first != last && lower.Length > 0)
            {
                (kind, year) = Kind(lower, YearOf(lower));
            }

            columns.Add((kind, year, heading));
        }

        return new(first, last, Layered([.. columns]));
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

    private static (DraftColumn Kind, int? Year) Kind(string heading, int? year)
    {
        if (heading.Length is 0 or > 60)
        {
            return (DraftColumn.Other, null);
        }

        var plain = BracketPattern().Replace(heading, "");
        return plain switch
        {
            "领域" or "类别" or "目标层" or "指标类别" or "维度" or "体系" or "分类" or "大类" or "系统" or "板块" or "建设领域"
                or "指标领域" => (DraftColumn.Domain, null),
            "任务" or "建设任务" or "准则层" or "方面" or "重点任务" => (DraftColumn.Task, null),
            "序号" or "编号" or "指标序号" or "No." or "No" or "指标编号" or "项次" => (DraftColumn.Number, null),
            "指标名称" or "指标" or "考核指标" or "评价指标" or "具体指标" or "指标层" or "名称" or "指标项" or "指标名称及单位"
                or "建设指标" or "指标内容" or "考核内容" or "主要指标" or "考核项目" or "评价项目" or "核心指标" or "指标及单位" =>
                (DraftColumn.Name, null),
            _ when plain.EndsWith("指标名称", StringComparison.Ordinal) && year is null => (DraftColumn.Name, null),
            "分项" or "分项名称" or "子项" or "分项指标" => (DraftColumn.Item, null),
            "单位" or "计量单位" or "指标单位" => (DraftColumn.Unit, null),
            "目标年" or "目标年份" or "年份" or "目标年度" or "阶段" or "规划期" or "时段" or "时限" or "完成时限" =>
                (DraftColumn.Due, null),
            "备注" or "说明" => (DraftColumn.Note, null),
            _ when plain.Contains("属性", StringComparison.Ordinal) || plain is "指标性质" or "性质" or "指标类型" or "类型" =>
                (DraftColumn.Kind, null),
            _ when year is null && Any(plain, "达标值", "达标标准", "达标要求") => (DraftColumn.Target, null),
            _ when plain.Contains("达标", StringComparison.Ordinal) && year is null => (DraftColumn.Met, null),
            _ when Any(plain, "责任", "牵头", "部门", "来源", "权重", "分值", "得分", "差距", "增幅", "年均", "完成率", "依据",
                "计算", "方法", "名称", "标准号") => (DraftColumn.Other, null),
            _ when Any(heading, "现状", "基准", "基期", "基数", "实际", "完成值", "完成情况", "完成数", "本底", "现值", "当前", "目前")
                && !plain.Contains("目标值", StringComparison.Ordinal) => (DraftColumn.Value, year),
            _ when year is not null && Any(
                heading, "目标", "近期", "中期", "远期", "规划", "期末", "指标值", "标准", "要求", "预期") => (DraftColumn.Stage, year),
            _ when Any(plain, "近期目标", "中期目标", "远期目标", "近期", "远期", "中远期") => (DraftColumn.Stage, null),
            _ when plain.Length <= 12 && Any(plain, "指标值", "目标", "标准", "要求", "参考值", "规划值", "约束值", "控制值", "期末值") =>
                (DraftColumn.Target, null),
            _ when year is not null && BareYearPattern().IsMatch(heading) => (DraftColumn.Stage, year),
            _ => (DraftColumn.Other, null),
        };
    }

    // The year that a heading is about; none where it names several, but for a period, whose last year counts.
    private static int? YearOf(string heading)
    {
        var said = OtherYearPattern().Replace(PeriodPattern().Replace(heading, "${last}"), "");
        var years = YearPattern().Matches(said).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        return years is [var one] ? one : null;
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

    [GeneratedRegex(@"^(?:19|20|21)\d\d年?(?:值|末|度|底)?$")]
    private static partial Regex BareYearPattern();

    [GeneratedRegex(@"(?<!\d)(?:19|20|21)\d\d年?(?:-|~|—|–|至|到)+(?<last>(?:19|20|21)\d\d)(?!\d)", RegexOptions.ExplicitCapture)]
    private static partial Regex PeriodPattern();

    // 较2020年, 2021年版: the year of something else.
    [GeneratedRegex(@"(?:较|比|与|相对于|以)(?:19|20|21)\d\d年?|(?<!\d)(?:19|20|21)\d\d年?(?:版|修订|印发|发布|试行)")]
    private static partial Regex OtherYearPattern();

    [GeneratedRegex(@"(?:较|比|相对于|以)(?:19|20|21)\d\d|较上年|比上年|累计|年均|增速|变化")]
    private static partial Regex RelativePattern();

    [GeneratedRegex("^(?:约束|预期|参考|引导|指导|控制|创新|特色)性?(?:指标)?[*★☆]?$")]
    private static partial Regex KindWordPattern();
}
