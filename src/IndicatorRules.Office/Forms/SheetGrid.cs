using IndicatorRules.Contract;
using IndicatorRules.Office.Workbooks;

namespace IndicatorRules.Office.Forms;

/// <summary>The cells of a sheet about one place, in memory, with merged ranges carried to all their cells. Immutable.</summary>
internal sealed class SheetGrid
{
    private readonly Dictionary<(int Row, int Column), SheetCell> _cells = [];
    private readonly ILookup<int, CellRange> _merged;

    internal SheetGrid(Sheet sheet, int rows = WorkbookCaps.PlaceRows)
    {
        Sheet = sheet;
        foreach (var row in sheet.Rows())
        {
            if (row.Cells.Count == 0)
            {
                continue;
            }

            if (row.Number > rows)
            {
                IsCut = true;
                break;
            }

            LastRow = row.Number;
            if (row.IsHidden)
            {
                Hidden.Add(row.Number);
            }

            foreach (var cell in row.Cells.TakeWhile(c => c.Column <= WorkbookCaps.ReadColumns))
            {
                _cells[(row.Number, cell.Column)] = cell;
                Width = Math.Max(Width, cell.Column);
            }
        }

        // By row; a range over more rows than are read ends with them.
        _merged = sheet.Merged.Where(r => r.FirstRow <= LastRow)
            .SelectMany(r => Enumerable.Range(r.FirstRow, Math.Min(r.LastRow, LastRow) - r.FirstRow + 1).Select(row => (row, r)))
            .Take(WorkbookCaps.Entries * 2)
            .ToLookup(r => r.row, r => r.r);
    }

    internal Sheet Sheet { get; }

    internal int LastRow { get; }

    internal int Width { get; }

    /// <summary>Whether the sheet has more below the rows that were read.</summary>
    internal bool IsCut { get; }

    /// <summary>The hidden rows that have cells.</summary>
    internal List<int> Hidden { get; } = [];

    /// <summary>The cell itself.</summary>
    internal SheetCell Own(int row, int column) => _cells.GetValueOrDefault((row, column));

    /// <summary>The cell, or the one that a merged range shows in its place.</summary>
    internal SheetCell Shown(int row, int column) =>
        _cells.TryGetValue((row, column), out var own) ? own
        : Range(row, column) is { } range ? _cells.GetValueOrDefault((range.FirstRow, range.FirstColumn))
        : default;

    internal CellRange? Range(int row, int column)
    {
        foreach (var range in _merged[row])
        {
            if (range.Has(row, column))
            {
                return range;
            }
        }

        return null;
    }

    internal string Text(int row, int column) => Shown(row, column).Text?.Trim() ?? "";

    /// <summary>The numbers of hidden rows in a message: 5、8-10.</summary>
    internal LocalizedText? HiddenRows => Hidden.Count == 0 ? null
        : new(string.Join('、', Runs(Hidden).Take(20)), string.Join(", ", Runs(Hidden).Take(20)));

    internal static IEnumerable<string> Runs(List<int> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var first = rows[i];
            var last = first;
            while (++i < rows.Count && rows[i] == last + 1)
            {
                last = rows[i];
            }

            yield return first == last ? $"{first}" : $"{first}-{last}";
        }
    }
}
