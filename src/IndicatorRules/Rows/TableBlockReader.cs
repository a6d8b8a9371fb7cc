using System.Collections.Concurrent;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>Groups rows into blocks of whole places. Not thread-safe except for <see cref="Return"/>.</summary>
internal sealed class TableBlockReader(ITableRows rows, TableLayout layout, string name)
{
    private const int RowsPerBlock = 2048;
    private const int CharactersPerBlock = 1 << 22;

    /// <summary>The most characters in all rows of one place, which are judged together.</summary>
    internal const int MostOfPlace = 1 << 26;

    private readonly ConcurrentBag<TableBlock> _idle = [];
    // The first line of every place, to detect one that returns. Only this grows with the table.
    private readonly Dictionary<string, (string Code, int Line)> _lines = new(StringComparer.Ordinal);

    // The first line of a place under another spelling of its code.
    private readonly Dictionary<string, int> _spellings = new(StringComparer.Ordinal);

    private string _current = "";
    private string _strayPlace = "";
    private int _strayFrom = -1;

    internal IEnumerable<TableBlock> Blocks()
    {
        var block = Rent(0);
        while (rows.Read())
        {
            if (IsBlank())
            {
                continue;
            }

            if (block.Length > MostOfPlace)
            {
                throw new DiagnosticException(
                    DiagnosticCatalog.TableTooLarge, new Location(name, rows.Line, 1),
                    new($"行政区 `{_current}` 的数据太多", $"The place `{_current}` has too many characters"), $"{MostOfPlace}");
            }

            var place = rows.Cell(layout.SlotOf(TableColumn.Place)).Trim();
            if (!place.IsEmpty && place.SequenceEqual(_current))
            {
                _strayFrom = -1;
                block.Add(rows, isStray: false);
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

    internal void Return(TableBlock block) => _idle.Add(block);

    private TableBlock Rent(int placesBefore)
    {
        var block = _idle.TryTake(out var idle) ? idle : new TableBlock(layout.Width);
        block.Clear(placesBefore);
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
                throw new DiagnosticException(DiagnosticCatalog.TablePlaceReturns, new Location(name, rows.Line, 1), place, $"{before}");
            }
        }

        block.Open(place, first, twin);
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
