namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>Some whole places of a table, their cells copied out of the reader so that another core can go on with them. Reused.</summary>
internal sealed class TableBlock(int slots)
{
    private readonly List<(string Place, int First)> _places = [];
    private readonly List<BlockRow> _rows = [];
    private char[] _text = new char[1 << 15];
    private int[] _ends = new int[1 << 13];
    private int _cells;

    /// <summary>How many places of the table come before this block.</summary>
    internal int PlacesBefore { get; private set; }

    internal int PlaceCount => _places.Count;

    internal int RowCount => _rows.Count;

    internal void Clear(int placesBefore)
    {
        _places.Clear();
        _rows.Clear();
        _cells = 0;
        PlacesBefore = placesBefore;
    }

    /// <summary>Begins a place with the rows from <paramref name="first"/> on.</summary>
    internal void Open(string place, int first)
    {
        _places.Add((place, first));
        for (var i = first; i < _rows.Count; i++)
        {
            _rows[i] = _rows[i] with { IsStray = false };
        }
    }

    internal void Add(ITableRows row, TableLayout layout, bool isStray)
    {
        _rows.Add(new BlockRow(row.Line, row.CellCount, isStray));
        if (_cells + slots > _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        var end = _cells == 0 ? 0 : _ends[_cells - 1];
        foreach (var ordinal in layout.Ordinals)
        {
            var cell = ordinal == layout.PlaceOrdinal ? [] : row.Cell(ordinal);
            if (end + cell.Length > _text.Length)
            {
                Array.Resize(ref _text, Math.Max(_text.Length * 2, end + cell.Length));
            }

            cell.CopyTo(_text.AsSpan(end));
            end += cell.Length;
            _ends[_cells++] = end;
        }
    }

    internal string Place(int place) => _places[place].Place;

    /// <summary>The rows of a place: the first, and the one after the last.</summary>
    internal (int First, int End) Rows(int place) => (_places[place].First, place + 1 < _places.Count ? _places[place + 1].First : _rows.Count);

    internal BlockRow Row(int row) => _rows[row];

    /// <summary>One cell without the blanks around it; empty where the table has no such column.</summary>
    internal ReadOnlySpan<char> Cell(int row, int slot)
    {
        if (slot < 0)
        {
            return [];
        }

        var cell = (row * slots) + slot;
        return _text.AsSpan((cell == 0 ? 0 : _ends[cell - 1])..(_ends[cell])).Trim();
    }
}
