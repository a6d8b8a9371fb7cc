using IndicatorRules.Office.Workbooks;

namespace IndicatorRules.Office.Writing;

/// <summary>One sheet to be written. Rows and columns count from 1. Not thread-safe.</summary>
internal sealed class SheetDraft(string name)
{
    private readonly SortedDictionary<(int Row, int Column), DraftCell> _cells = [];

    /// <summary>The name, of at most 31 characters.</summary>
    internal string Name => name;

    internal IReadOnlyDictionary<(int Row, int Column), DraftCell> Cells => _cells;

    internal int LastRow { get; private set; }

    internal int LastColumn { get; private set; }

    internal List<CellRange> Merged { get; } = [];

    /// <summary>Widths in characters; a column without one gets the width of its texts.</summary>
    internal Dictionary<int, int> Widths { get; } = [];

    internal HashSet<int> HiddenColumns { get; } = [];

    internal List<DraftList> Lists { get; } = [];

    internal List<DraftSignal> Signals { get; } = [];

    /// <summary>Links within the workbook: a cell and the sheet and cell that it leads to.</summary>
    internal List<(int Row, int Column, string Target)> Links { get; } = [];

    /// <summary>Rows and columns that stay when the rest is scrolled.</summary>
    internal (int Rows, int Columns) Frozen { get; set; }

    /// <summary>Rows repeated on each printed page; 0 for none.</summary>
    internal int RepeatedRows { get; set; }

    /// <summary>The row of the headings with filters; 0 for none.</summary>
    internal int FilterRow { get; set; }

    internal bool IsProtected { get; set; }

    /// <summary>Whether users cannot see it, nor unhide it by the menu.</summary>
    internal bool IsHidden { get; set; }

    internal Paper Paper { get; set; } = Paper.A4;

    internal bool IsLandscape { get; set; }

    /// <summary>The text at the foot of each page, before its number; empty for none.</summary>
    internal string Footer { get; set; } = "";

    /// <summary>Sets a text.</summary>
    internal void Set(int row, int column, string text, CellLook? look = null) =>
        Set(row, column, new DraftCell(text, null, null, look ?? CellLook.Plain));

    /// <summary>Sets a number, given by its exact digits with an ASCII minus.</summary>
    internal void SetNumber(int row, int column, string digits, CellLook? look = null) =>
        Set(row, column, new DraftCell(null, digits, null, look ?? CellLook.Plain));

    /// <summary>Sets a formula with its present value.</summary>
    internal void SetFormula(int row, int column, string formula, string value, bool isNumber, CellLook? look = null) =>
        Set(row, column, new DraftCell(isNumber ? null : value, isNumber ? value : null, formula, look ?? CellLook.Plain));

    /// <summary>Merges cells, which keep their looks; the text is that of the first.</summary>
    internal void Merge(int row, int column, int lastRow, int lastColumn)
    {
        if (row == lastRow && column == lastColumn)
        {
            return;
        }

        Merged.Add(new(row, column, lastRow, lastColumn));
        var look = _cells.TryGetValue((row, column), out var first) ? first.Look : CellLook.Plain;
        for (var r = row; r <= lastRow; r++)
        {
            for (var c = column; c <= lastColumn; c++)
            {
                if ((r, c) != (row, column))
                {
                    Set(r, c, new DraftCell(null, null, null, look));
                }
            }
        }
    }

    private void Set(int row, int column, DraftCell cell)
    {
        _cells[(row, column)] = cell;
        (LastRow, LastColumn) = (Math.Max(LastRow, row), Math.Max(LastColumn, column));
    }
}

/// <summary>A paper size.</summary>
internal enum Paper
{
    /// <summary>A4.</summary>
    A4 = 9,

    /// <summary>A3.</summary>
    A3 = 8,
}

/// <summary>One cell to be written. Immutable.</summary>
/// <param name="Text">Its text; null for a number or nothing.</param>
/// <param name="Number">Its exact digits; null for a text or nothing.</param>
/// <param name="Formula">Its formula without the equals sign; null for none.</param>
/// <param name="Look">Its look.</param>
internal sealed record DraftCell(string? Text, string? Number, string? Formula, CellLook Look);

/// <summary>What may be typed into a cell. Immutable.</summary>
/// <param name="Row">The row.</param>
/// <param name="Column">The column.</param>
/// <param name="Formula">The name of a list, or a condition; empty if anything may be typed.</param>
/// <param name="IsList">Whether it is a list to choose from.</param>
/// <param name="Refuses">Whether other input is refused, rather than warned about.</param>
/// <param name="Told">What is said about other input.</param>
/// <param name="Prompt">What is said when the cell is entered; empty for nothing.</param>
internal sealed record DraftList(int Row, int Column, string Formula, bool IsList, bool Refuses, string Told, string Prompt = "");

/// <summary>A look that depends on a condition. Immutable.</summary>
/// <param name="Range">The cells.</param>
/// <param name="Formula">The condition for the first of them.</param>
/// <param name="Fill">The background as RRGGBB.</param>
/// <param name="Color">The color of the text as RRGGBB.</param>
internal sealed record DraftSignal(CellRange Range, string Formula, string Fill, string Color);
