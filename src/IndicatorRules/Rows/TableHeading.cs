using System.Collections.Immutable;

namespace IndicatorRules.Rows;

/// <summary>The headings of a table, found among its first rows: below a title, and in one row or two. Immutable.</summary>
public sealed class TableHeading
{
    internal TableHeading(int first, int count, ImmutableArray<string> names)
    {
        First = first;
        Count = count;
        Names = names;
    }

    /// <summary>The index of the row that they begin in.</summary>
    public int First { get; }

    /// <summary>The number of rows that they take: 1, or 2 with groups above.</summary>
    public int Count { get; }

    /// <summary>One heading per column.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The number of rows in which headings are looked for.</summary>
    public static int MostRows => 20;

    private const int Least = 2;

    private static readonly (string Scheme, string Version)[] Schemes = [("体系", "版本"), ("Scheme", "Version")];

    /// <summary>Finds the headings: the first row that names most known columns; the first row of all if none names two.</summary>
    /// <param name="rows">The first rows, <see cref="MostRows"/> at most.</param>
    public static TableHeading Find(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var best = new TableHeading(0, 1, rows.Count == 0 ? [] : [.. rows[0]]);
        var most = Least - 1;
        for (var i = 0; i < rows.Count; i++)
        {
            if (Known(rows[i]) is var known && known > most)
            {
                (best, most) = (new(i, 1, [.. rows[i]]), known);
            }
        }

        var row = best.First;
        foreach (var upper in (int[])[row, row - 1])
        {
            if (upper >= 0 && upper + 1 < rows.Count && Joined(rows[upper], rows[upper + 1]) is var joined && Known(joined) is var known
                && (known > most || (known == most && upper == row && rows[upper + 1].Any(IsHeading))))
            {
                (best, most) = (new(upper, 2, joined), known);
            }
        }

        return best;
    }

    // Years alone may be data.
    private static bool IsHeading(string cell) =>
        TableColumnNames.Find(cell) is not null || (YearHeading.Of(cell) is not null && !cell.Trim().All(char.IsAsciiDigit));

    /// <summary>The scheme of a table that is a result of the tool, whose rows name it and its version; null for other tables.</summary>
    /// <param name="row">The first row below the headings.</param>
    public string? SchemeOf(IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Array.Find(Schemes, s => Names.Contains(s.Scheme) && Names.Contains(s.Version)) is { Scheme: { } column }
            && Names.IndexOf(column) is var at && at < row.Count && row[at].Trim() is { Length: > 0 } scheme ? scheme : null;
    }

    /// <summary>The number of known columns that headings name; years alone count as one, and so do places.</summary>
    public static int Known(IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        // Years alone may be data, or targets: they count once.
        return headings.Select(h => YearHeading.IsBare(h) ? TableColumn.Value
                : YearHeading.Of(h) is { } year ? (object)year : TableColumnNames.Find(h))
            .OfType<object>().Distinct().Count()
            + (headings.Count(h => PlaceColumns.IsPlace(h.Trim())) > 1 ? 1 : 0);
    }

    // A group covers the empty cells to its right. Its parts are below it; a heading of its own has none.
    private static ImmutableArray<string> Joined(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var names = ImmutableArray.CreateBuilder<string>(Math.Max(upper.Count, lower.Count));
        var group = "";
        for (var i = 0; i < names.Capacity; i++)
        {
            var (above, below) = (i < upper.Count ? upper[i].Trim() : "", i < lower.Count ? lower[i].Trim() : "");
            group = above.Length > 0 ? above : below.Length > 0 ? group : "";
            names.Add(
                below.Length == 0 ? above
                : group.Length == 0 ? below
                : YearHeading.Of(group + below) is not null ? group + below
                : YearHeading.Of(below, group) is not null || TableColumnNames.Find(below) is not null ? below
                : TableColumnNames.Find(group + below) is not null ? group + below
                : $"{group}/{below}");
        }

        return names.ToImmutable();
    }
}
