using System.Collections.Immutable;
using IndicatorRules.Office.Workbooks;

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

    private int Known => Columns.Count + Values.Length;

    private static FormLayout Read(SheetGrid grid, int first, int last)
    {
        var columns = ImmutableDictionary.CreateBuilder<FormColumn, int>();
        var values = ImmutableArray.CreateBuilder<(int, int?)>();
        var headings = ImmutableArray.CreateBuilder<string>(grid.Width);
        for (var column = 1; column <= grid.Width; column++)
        {
            var (upper, lower) = (grid.Text(first, column), grid.Text(last, column));
            headings.Add(lower.Length > 0 ? lower : upper);
            // The years are below a merged heading: 现状值 over 2021年 and 2022年.
            var found = FormHeading.Find(lower) ?? (first < last && lower != upper
                ? FormHeading.Find(lower + upper) ?? FormHeading.Find(upper + lower) ?? (lower.Length == 0 ? FormHeading.Find(upper) : null)
                : null);
            if (found is not var (known, year))
            {
                continue;
            }

            if (known == FormColumn.Value)
            {
                values.Add((column, year));
            }
            else
            {
                columns.TryAdd(known, column);
            }
        }

        return new(last, columns.ToImmutable(), [.. values.OrderByDescending(v => v.Item2 ?? int.MaxValue)], headings.ToImmutable());
    }
}
