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
            : TableColumnNames.Find(rest) is { } column && IsOfAYear(column) ? new(column, year)
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
