using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Rows;

/// <summary>A heading that says of which year its column is: 2022年, 2022年现状值, 现状值（2022年）, 2022年是否达标. Immutable.</summary>
/// <param name="Column">What the column holds; the value if the heading is a year alone.</param>
/// <param name="Year">The year.</param>
internal readonly record struct YearHeading(TableColumn Column, int Year)
{
    private const int Digits = 4;
    private const int Earliest = 1949;
    private const int Latest = 2200;

    private static readonly TableColumn[] OfAYear =
    [
        TableColumn.Value, TableColumn.Kind, TableColumn.Unit, TableColumn.OfYear, TableColumn.Met, TableColumn.Trend, TableColumn.Change,
        TableColumn.ChangeSince, TableColumn.Done, TableColumn.Assigned, TableColumn.Task, TableColumn.TaskName, TableColumn.TaskUnit,
        TableColumn.TaskRequired, TableColumn.TaskLimit, TableColumn.TaskActual,
    ];

    private static readonly string[] Ends = ["年度", "年末", "年底", "年"];

    private static readonly string[] Values = ["", "值", "数值", "实际", "数据", "指标值(现状)"];

    // Of several years' figures, and of what is only wanted.
    private static readonly string[] Figures = ["现状", "现值", "实际", "完成", "数值", "数据", "统计", "历年", "年度", "年份"];
    private static readonly string[] Wanted = ["目标", "计划", "规划", "任务", "要求", "标准", "预期", "预测"];

    /// <summary>Whether a heading is a year alone, which may be that of a figure or of a target.</summary>
    internal static bool IsBare(string heading) =>
        FoldedName.Of(heading) is var folded && YearAt(folded) == 0 && (folded.Length == Digits || Ends.Contains(folded[Digits..]));

    /// <summary>The meaning of a heading below that of a group: 2022年 below 现状值 is a figure, below 目标值 it is none.</summary>
    internal static YearHeading? Of(string heading, string group) => group.Length == 0 || group == heading ? Of(heading)
        : Of(group + heading) ?? (!IsBare(heading) || IsOfFigures(group) ? Of(heading) : null);

    private static bool IsOfFigures(string group) => !Wanted.Any(w => group.Contains(w, StringComparison.Ordinal))
        && Figures.Any(f => group.Contains(f, StringComparison.Ordinal));

    /// <summary>Columns that are of a year each, rather than of the row.</summary>
    internal static bool IsOfAYear(TableColumn column) => Array.IndexOf(OfAYear, column) >= 0;

    /// <summary>The meaning of a heading; null if it names no year, several, or something that is not known, such as a target.</summary>
    internal static YearHeading? Of(string heading)
    {
        var folded = FoldedName.Of(heading);
        if (folded.Length > FoldedName.Longest || YearAt(folded) is not (var at and >= 0))
        {
            return null;
        }

        var year = int.Parse(folded.AsSpan(at, Digits), System.Globalization.CultureInfo.InvariantCulture);
        var (before, after) = (folded[..at], folded[(at + Digits)..]);
        if (year is < Earliest or > Latest || YearAt(after) >= 0)
        {
            return null;
        }

        var end = Array.Find(Ends, e => after.StartsWith(e, StringComparison.Ordinal)) ?? "";
        var rest = before.TrimEnd('(', '-', '_', ':') + after[end.Length..].TrimStart(')', '-', '_', ':', '的');
        rest = rest is ['(', .., ')'] ? rest[1..^1] : rest;
        return Values.Contains(rest) ? new(TableColumn.Value, year)
            : rest.Length > 0 && TableColumnNames.Find(rest) is { } column && IsOfAYear(column) ? new(column, year)
            : null;
    }

    // Four digits alone.
    private static int YearAt(string folded)
    {
        for (var i = 0; i + Digits <= folded.Length; i++)
        {
            if (char.IsAsciiDigit(folded[i]))
            {
                var end = i;
                while (end < folded.Length && char.IsAsciiDigit(folded[end]))
                {
                    end++;
                }

                return end - i == Digits && (end == folded.Length || folded[end] != '.') ? i : -1;
            }
        }

        return -1;
    }
}
