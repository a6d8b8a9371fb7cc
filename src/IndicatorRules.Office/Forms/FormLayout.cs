using System.Collections.Immutable;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Rows;

namespace IndicatorRules.Office.Forms;

/// <summary>The headings of a form or printed table in a sheet. Immutable.</summary>
/// <param name="HeadingRow">The last row of the headings.</param>
/// <param name="Columns">The column of each known heading; of two alike the first.</param>
/// <param name="Values">The columns of values with the years that their headings name, latest first.</param>
/// <param name="Headings">All headings as written, from column 1.</param>
internal sealed record FormLayout(
    int HeadingRow, ImmutableDictionary<FormColumn, int> Columns, ImmutableArray<(int Column, int? Year)> Values,
    ImmutableArray<string> Headings)
{
    private const int RowsLookedAt = 20;
    private const int LeastKnown = 2;

    /// <summary>The first column of a second table beside the first; null if there is none.</summary>
    internal int? Second { get; private init; }

    /// <summary>The rows that <see cref="Find"/> looks at.</summary>
    internal const int Opening = RowsLookedAt + 1;

    internal int Of(FormColumn column) => Columns.GetValueOrDefault(column);

    /// <summary>The headings that identify rows: those of an indicator and of a value.</summary>
    internal bool IsWhole => !Values.IsEmpty && (Of(FormColumn.Number) | Of(FormColumn.Name) | Of(FormColumn.Id)) != 0;

    /// <summary>The row with the most known headings, or two rows of merged headings; null if no row has any.</summary>
    internal static FormLayout? Find(SheetGrid grid)
    {
        FormLayout? best = null;
        for (var row = 1; row <= Math.Min(grid.LastRow, RowsLookedAt); row++)
        {
            foreach (var one in (FormLayout[])[Read(grid, row, row), Read(grid, row, row + 1)])
            {
                best = best is null || (one.IsWhole, one.Known).CompareTo((best.IsWhole, best.Known)) > 0 ? one : best;
            }
        }

        return best?.Known > 0 ? best : null;
    }

    // A heading over several columns names one of them; with the years below it, each.
    private int Known => Columns.Count + Values.Select(v => v.Year).Distinct().Count();

    /// <summary>The headings of another table that begins in a row below; null if the row is none.</summary>
    internal static FormLayout? At(SheetGrid grid, int row)
    {
        if (!IsHeading(grid, row))
        {
            return null;
        }

        var (one, two) = (Read(grid, row, row), Read(grid, row, row + 1));
        return two.Known > one.Known && IsHeading(grid, row + 1) ? two : one;
    }

    // One that names rows, and others beside it. Headings that are merged downwards count for the row below too.
    private static bool IsHeading(SheetGrid grid, int row)
    {
        var known = Enumerable.Range(1, grid.Width).Select(c => FormHeading.Find(grid.Text(row, c))?.Column).OfType<FormColumn>()
            .ToHashSet();
        return known.Count >= LeastKnown && (known.Contains(FormColumn.Name) || known.Contains(FormColumn.Number));
    }

    private static FormLayout Read(SheetGrid grid, int first, int last)
    {
        var columns = ImmutableDictionary.CreateBuilder<FormColumn, int>();
        var values = new List<(int Column, int? Year, bool IsBare)>();
        int? second = null;
        var headings = ImmutableArray.CreateBuilder<string>(grid.Width);
        for (var column = 1; column <= grid.Width; column++)
        {
            var (upper, lower) = (first < last ? grid.Text(first, column) : Above(grid, first, column), grid.Text(last, column));
            headings.Add(lower.Length > 0 || first == last ? lower : upper);
            // The years are below a merged heading: 现状值 over 2021年 and 2022年.
            var found = FormHeading.Find(lower, upper)
                ?? (first < last && lower != upper
                    ? FormHeading.Find(lower + upper) ?? (lower.Length == 0 ? FormHeading.Find(upper) : null)
                    : null);
            if (found is not var (known, year))
            {
                continue;
            }

            if (known == FormColumn.Value)
            {
                var isBare = year is not null && IsYear(lower)
                    && (upper.Length == 0 || FactsTable.FindColumnOfYear(upper + lower) is null);
                values.Add((column, year, isBare));
            }
            else if (!columns.TryAdd(known, column) && known is FormColumn.Number or FormColumn.Name
                && values.Exists(v => v.Column > columns[known] && v.Column < column))
            {
                // Its values are no further values of the first.
                second = column;
                break;
            }
        }

        // Beside 2022年现状值, a column 2025年 may be of a target.
        var isNamed = values.Exists(v => !v.IsBare);
        return new(
            last, columns.ToImmutable(),
            [.. values.Where(v => !isNamed || !v.IsBare).OrderByDescending(v => v.Year ?? int.MaxValue).Select(v => (v.Column, v.Year))],
            headings.ToImmutable())
        {
            Second = second,
        };
    }

    private static bool IsYear(string heading) => FormHeading.Folded(heading).TrimEnd('年', '度', '末', '底').All(char.IsAsciiDigit);

    // The heading above a single row, unless it is a title over the whole table.
    private static string Above(SheetGrid grid, int row, int column) =>
        row > 1 && !(grid.Range(row - 1, column) is { } range && (range.LastColumn - range.FirstColumn + 1) * 3 > grid.Width * 2)
            ? grid.Text(row - 1, column) : "";
}
