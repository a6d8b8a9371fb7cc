using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>The cells of some whole places, copied out of the reader so that another thread can process them. Reused.</summary>
internal sealed class TableBlock(int width)
{
    private readonly List<(string Place, int First, (string Code, int Line)? Twin, string? Year)> _places = [];
    private readonly List<(int Line, string Text)> _notes = [];
    private readonly List<BlockRow> _rows = [];
    private char[] _text = new char[1 << 15];
    private int[] _ends = new int[1 << 13];
    private int _cells;
    private bool? _hasUnshowable;

    /// <summary>The number of places before this block.</summary>
    internal int PlacesBefore { get; private set; }

    internal int PlaceCount => _places.Count;

    /// <summary>Whether empty cells of these columns are merged with the cell above.</summary>
    internal TableMerging Merging { get; set; }

    /// <summary>The rows that were skipped as notes, with their words.</summary>
    internal List<(int Line, string Text)> Notes => _notes;

    internal int RowCount => _rows.Count;

    /// <summary>The number of characters in its rows.</summary>
    internal int Length => _cells == 0 ? 0 : _ends[_cells - 1];

    /// <summary>Whether there is a control character in its rows, all of which have been added.</summary>
    internal bool HasUnshowable => _hasUnshowable ??= _text.AsSpan(0, Length).ContainsAny(VisibleText.Unshowable);

    internal void Clear(int placesBefore)
    {
        _places.Clear();
        _rows.Clear();
        _notes.Clear();
        _cells = 0;
        _hasUnshowable = null;
        PlacesBefore = placesBefore;
    }

    /// <summary>Begins a place with the rows from <paramref name="first"/> on.</summary>
    /// <param name="place">The place's code.</param>
    /// <param name="first">The index of its first row.</param>
    /// <param name="twin">An earlier place that is probably the same, with its first line.</param>
    /// <param name="year">The year above its first row, if years are merged.</param>
    internal void Open(string place, int first, (string Code, int Line)? twin = null, string? year = null)
    {
        _places.Add((place, first, twin, year));
        for (var i = first; i < _rows.Count; i++)
        {
            _rows[i] = _rows[i] with { IsStray = false };
        }
    }

    internal void Add(ITableRows row, bool isStray)
    {
        _rows.Add(new BlockRow(row.Line, row.CellCount, isStray));
        if (_cells + width > _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(_ends.Length * 2, _cells + width));
        }

        if (row.CellCount != width || !TryAddPlain(row.Plain))
        {
            AddCells(row);
        }
    }

    // Splits a raw row at its commas; false if their number is wrong.
    private bool TryAddPlain(ReadOnlySpan<char> row)
    {
        var start = Start(_cells);
        Put(row, start);
        var ends = _ends.AsSpan(_cells, width);
        var cell = 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == ',')
            {
                if (cell == ends.Length - 1)
                {
                    return false;
                }

                ends[cell++] = start + i;
            }
        }

        ends[cell] = start + row.Length;
        _cells += cell == ends.Length - 1 ? width : 0;
        return cell == ends.Length - 1;
    }

    private void AddCells(ITableRows row)
    {
        for (var i = 0; i < width; i++)
        {
            var cell = row.Cell(i);
            var start = Start(_cells);
            Put(cell, start);
            _ends[_cells++] = start + cell.Length;
        }
    }

    // Cells are one comma apart.
    private int Start(int cell) => cell == 0 ? 0 : _ends[cell - 1] + 1;

    private void Put(ReadOnlySpan<char> text, int start)
    {
        var end = start + text.Length;
        if (end >= _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, end + 1));
        }

        text.CopyTo(_text.AsSpan(start));
        _text[end] = ',';
    }

    internal string Place(int index) => _places[index].Place;

    internal (string Code, int Line)? Twin(int index) => _places[index].Twin;

    internal string? YearAbove(int index) => _places[index].Year;

    /// <summary>The indexes of a place's first row and of the row after its last.</summary>
    internal (int First, int End) Rows(int index) =>
        (_places[index].First, index + 1 < _places.Count ? _places[index + 1].First : _rows.Count);

    internal BlockRow Row(int row) => _rows[row];

    /// <summary>One trimmed cell; empty if the table has no such column.</summary>
    internal ReadOnlySpan<char> Cell(int row, int slot)
    {
        if (slot < 0)
        {
            return [];
        }

        var cell = (row * width) + slot;
        return Trimmed(_text.AsSpan(Start(cell).._ends[cell]));
    }

    /// <summary>Whether all cells from column <paramref name="first"/> to <paramref name="last"/> are empty.</summary>
    internal bool IsBare(int row, int first, int last) =>
        _ends[(row * width) + last] - Start((row * width) + first) == last - first;

    // Fast path: most cells have no surrounding blanks.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> cell) =>
        cell.IsEmpty || (cell[0] is > ' ' and <= '~' && cell[^1] is > ' ' and <= '~') ? cell : cell.Trim();
}

/// <summary>Columns whose cells are merged over several rows, so that all but the first are empty.</summary>
[Flags]
internal enum TableMerging
{
    /// <summary>None: an empty cell is an error.</summary>
    None = 0,

    /// <summary>The place.</summary>
    Place = 1,

    /// <summary>The year.</summary>
    Year = 2,

    /// <summary>The indicator, over its years. Over its items it may always be merged.</summary>
    Indicator = 4,
}

/// <summary>One row of a block. Immutable.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="CellCount">The number of its cells.</param>
/// <param name="IsStray">Whether the row is ragged or names no place, so that it may not belong to the place it is stored with.</param>
internal readonly record struct BlockRow(int Line, int CellCount, bool IsStray);
