namespace IndicatorRules.Office.Workbooks;

/// <summary>What a cell of a sheet holds.</summary>
internal enum CellKind : byte
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text as typed.</summary>
    Text,

    /// <summary>A number, or a logical value.</summary>
    Number,

    /// <summary>A number that is shown as a percentage.</summary>
    Percent,

    /// <summary>A date or time.</summary>
    Date,

    /// <summary>A number that is shown divided by thousands.</summary>
    Scaled,

    /// <summary>An error such as #N/A.</summary>
    Error,

    /// <summary>A formula whose value was not saved.</summary>
    NoValue,
}

/// <summary>One cell. Immutable.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text as the reader of the sheet sees it.</param>
internal readonly record struct SheetCell(int Column, CellKind Kind, string Text);

/// <summary>One row of a sheet with its cells that are not empty, in order. Valid until the next row is read.</summary>
internal sealed class SheetRow
{
    private readonly List<SheetCell> _cells = [];

    /// <summary>Its number, from 1.</summary>
    internal int Number { get; private set; }

    /// <summary>Whether it is hidden.</summary>
    internal bool IsHidden { get; private set; }

    internal IReadOnlyList<SheetCell> Cells => _cells;

    /// <summary>The last column with a cell.</summary>
    internal int Width => _cells.Count == 0 ? 0 : _cells[^1].Column;

    /// <summary>The cell of a column; empty if the row has none.</summary>
    internal SheetCell this[int column]
    {
        get
        {
            // Fast path: rows without gaps.
            if (column <= _cells.Count && _cells[column - 1].Column == column)
            {
                return _cells[column - 1];
            }

            foreach (var cell in _cells)
            {
                if (cell.Column == column)
                {
                    return cell;
                }
            }

            return default;
        }
    }

    internal void Turn(int number, bool isHidden)
    {
        (Number, IsHidden) = (number, isHidden);
        _cells.Clear();
    }

    internal void Add(SheetCell cell) => _cells.Add(cell);
}
