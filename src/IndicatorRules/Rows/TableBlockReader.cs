using System.Collections.Concurrent;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Groups rows into blocks of whole places. Not thread-safe except for <see cref="Return"/>.</summary>
internal sealed class TableBlockReader(ITableRows rows, TableLayout layout, string name)
{
    private const int RowsPerBlock = 2048;
    private const int LeastWidth = 3;
    private const int CharactersPerBlock = 1 << 22;

    /// <summary>The most characters in all rows of one place, which are judged together.</summary>
    internal const int MostOfPlace = 1 << 26;

    private static readonly TableColumn[] Names = [TableColumn.Indicator, TableColumn.IndicatorName, TableColumn.Number];

    private readonly ConcurrentBag<TableBlock> _idle = [];
    // The first line of every place, to detect one that returns. Only this grows with the table.
    private readonly Dictionary<string, (string Code, int Line)> _lines = new(StringComparer.Ordinal);

    // The first line of a place under another spelling of its code.
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);

    private TableMerging? _merging;
    private TableMerging _filled;
    private string _current = "";
    private string? _year;
    private int _rowCount;
    private string _strayPlace = "";
    private int _strayFrom = -1;

    internal IEnumerable<TableBlock> Blocks()
    {
        var block = Rent(0);
        while (rows.Read())
        {
            if (IsBlank() || IsHeading())
            {
                continue;
            }

            var isPlain = _merging == TableMerging.None && layout.Place is null;
            if (!isPlain && NoteOf() is { } note)
            {
                block.Notes.Add((rows.Line, note));
                continue;
            }

            if (_merging != TableMerging.None)
            {
                Learn(block);
            }

            if (block.Length > MostOfPlace)
            {
                throw new DiagnosticException(
                    DiagnosticCatalog.TableTooLarge, rows.Locate(name, rows.Line, 1),
                    new($"行政区 `{_current}` 的数据太多", $"The place `{_current}` has too many characters"), $"{MostOfPlace}");
            }

            var place = PlaceOfRow();
            if (!place.IsEmpty && place.SequenceEqual(_current))
            {
                _strayFrom = -1;
                block.Add(rows, isStray: false);
            }
            else if (rows.CellCount == layout.Width && layout.Place is null && HeadingText.IsTotal(place))
            {
                block.Notes.Add((rows.Line, place.ToString()));
            }
            else if (isPlain && (place.IsEmpty || rows.CellCount != layout.Width || HeadingText.IsNote(place)) && NoteOf() is { } words)
            {
                block.Notes.Add((rows.Line, words));
            }
            else if (place.IsEmpty || rows.CellCount != layout.Width)
            {
                AddStray(block, place);
            }
            else
            {
                var opened = place.ToString();
                var belongs = _strayFrom >= 0 && _strayPlace == opened;
                if ((block.RowCount >= RowsPerBlock || block.Length >= CharactersPerBlock) && !belongs)
                {
                    yield return block;
                    block = Rent(block.PlacesBefore + block.PlaceCount);
                }

                Open(block, opened, belongs ? _strayFrom : block.RowCount);
                block.Add(rows, isStray: false);
            }
        }

        if (block.RowCount > 0)
        {
            yield return block;
        }
    }

    // An empty cell is the cell above it where cells are merged, which the first two rows show.
    private ReadOnlySpan<char> PlaceOfRow()
    {
        if (layout.Place is { } only)
        {
            return rows.CellCount == layout.Width ? only : [];
        }

        var cell = rows.Cell(layout.SlotOf(TableColumn.Place)).Trim();
        return cell.IsEmpty && _current.Length > 0 && rows.CellCount == layout.Width && _merging is { } merged
            && merged.HasFlag(TableMerging.Place) ? _current : cell;
    }

    private void Learn(TableBlock block)
    {
        if (rows.CellCount != layout.Width)
        {
            _rowCount = 2;
            _merging ??= TableMerging.None;
            return;
        }

        _rowCount++;
        var empty = Empty(TableColumn.Place, TableMerging.Place) | Empty(TableColumn.Year, TableMerging.Year);
        if (IsNameEmpty() && (layout.SlotOf(TableColumn.Item) < 0 || rows.Cell(layout.SlotOf(TableColumn.Item)).IsWhiteSpace()))
        {
            empty |= TableMerging.Indicator;
        }

        if (_rowCount == 1)
        {
            // A column that is empty from the start is not filled in.
            _filled = ~empty;
        }
        else
        {
            _merging ??= empty & _filled;
        }

        block.Merging = _merging ?? TableMerging.None;
        if (layout.SlotOf(TableColumn.Year) is var slot and >= 0 && rows.Cell(slot).Trim() is { IsEmpty: false } year
            && !year.SequenceEqual(_year))
        {
            _year = year.ToString();
        }
    }

    private TableMerging Empty(TableColumn column, TableMerging flag) =>
        layout.SlotOf(column) is var slot and >= 0 && rows.Cell(slot).IsWhiteSpace() ? flag : TableMerging.None;

    private bool IsNameEmpty()
    {
        foreach (var column in Names)
        {
            if (layout.SlotOf(column) is var slot and >= 0 && !rows.Cell(slot).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }

    internal void Return(TableBlock block) => _idle.Add(block);

    private TableBlock Rent(int placesBefore)
    {
        var block = _idle.TryTake(out var idle) ? idle : new TableBlock(layout.Width);
        block.Clear(placesBefore);
        block.Merging = _merging ?? TableMerging.None;
        return block;
    }

    private void Open(TableBlock block, string place, int first)
    {
        (string Code, int Line)? twin = null;
        var key = PlaceCode.Key(place);
        if (!_lines.TryAdd(key, (place, rows.Line)))
        {
            twin = _lines[key];
            if (twin.Value.Code == place || !_spellings.TryAdd(place, rows.Line))
            {
                var before = twin.Value.Code == place ? twin.Value.Line : _spellings[place];
                throw new DiagnosticException(DiagnosticCatalog.TablePlaceReturns, rows.Locate(name, rows.Line, 1), place, $"{before}");
            }
        }

        block.Open(place, first, twin, _year);
        _current = place;
        _strayFrom = -1;
    }

    // A ragged row may have lost its place along with its commas. It opens no place, but joins the next one if that has its code.
    private void AddStray(TableBlock block, ReadOnlySpan<char> place)
    {
        if (block.PlaceCount == 0)
        {
            block.Open("", 0);
            _current = "";
        }

        if (place.IsEmpty || _strayFrom < 0 || !place.SequenceEqual(_strayPlace))
        {
            _strayFrom = place.IsEmpty ? -1 : block.RowCount;
            _strayPlace = place.ToString();
        }

        block.Add(rows, isStray: true);
    }

    // Words in one cell alone, or notes in each: a heading within the table, a note or signatures below it. Null for any other row.
    private string? NoteOf()
    {
        var (first, isOne, areNotes) = (-1, true, true);
        for (var i = 0; i < rows.CellCount; i++)
        {
            if (rows.Cell(i).Trim() is { IsEmpty: false } cell)
            {
                var isNote = HeadingText.IsNote(cell);
                (first, isOne, areNotes) = first < 0 ? (i, true, isNote) : (first, false, areNotes && isNote);
            }
        }

        if (layout.Width < LeastWidth || rows.CellCount > layout.Width || first < 0)
        {
            return null;
        }

        var isForReaders = first == layout.SlotOf(TableColumn.RowNote) || !layout.Read.Contains(first);
        return areNotes || (isOne && isForReaders && rows.CellCount == layout.Width) ? rows.Cell(first).Trim().ToString() : null;
    }

    // Tables that came off paper, or were pasted one below the other, have their headings again.
    private bool IsHeading()
    {
        if (rows.CellCount != layout.Width || !rows.Cell(0).Trim().SequenceEqual(layout.Headings[0]))
        {
            return false;
        }

        for (var i = 1; i < layout.Width; i++)
        {
            if (!rows.Cell(i).Trim().SequenceEqual(layout.Headings[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < rows.CellCount; i++)
        {
            if (!rows.Cell(i).IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
