using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Drafting;

/// <summary>A table as a document prints it: its cells, row by row. Immutable.</summary>
public sealed class PrintedTable
{
    /// <summary>The most rows of a table.</summary>
    public const int MostRows = 5000;

    /// <summary>The most columns of a table.</summary>
    public const int MostColumns = 100;

    /// <summary>The mark in a text where its document refers to a note; not part of a name, unit or value.</summary>
    public const string NoteMark = "†";

    private readonly IReadOnlyList<IReadOnlyList<PrintedCell>> _rows;

    /// <summary>Creates a table.</summary>
    /// <param name="file">The file's name in diagnostics.</param>
    /// <param name="sheet">The sheet that it is on; empty for none.</param>
    /// <param name="title">The words above it; empty for none.</param>
    /// <param name="rows">Its rows.</param>
    public PrintedTable(string file, string sheet, string title, IReadOnlyList<IReadOnlyList<PrintedCell>> rows)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(rows);
        (File, Sheet, Title, _rows) = (file, sheet, title, rows);
        Width = Math.Min(MostColumns, rows.Select(r => r.Count).DefaultIfEmpty(0).Max());
    }

    /// <summary>The file's name in diagnostics.</summary>
    public string File { get; }

    /// <summary>The sheet that it is on; empty for none.</summary>
    public string Sheet { get; }

    /// <summary>The words above it; empty for none.</summary>
    public string Title { get; }

    /// <summary>The part from one row up to another, which has a title of its own.</summary>
    internal PrintedTable Part(int first, int end, string title) => new(File, Sheet, title, [.. _rows.Skip(first).Take(end - first)])
    {
        Offset = Offset + first,
    };

    // The rows of the file above it.
    private int Offset { get; init; }

    internal int Width { get; }

    internal int Height => Math.Min(MostRows, _rows.Count);

    internal PrintedCell Cell(int row, int column) => row < _rows.Count && column < _rows[row].Count ? _rows[row][column] : default;

    internal string Text(int row, int column) =>
        Cell(row, column).Text is { } text ? text.Replace(NoteMark, "", StringComparison.Ordinal).Trim() : "";

    /// <summary>Whether the text of a cell refers to a note.</summary>
    internal bool HasNote(int row, int column) => Cell(row, column).Text?.Contains(NoteMark, StringComparison.Ordinal) == true;

    internal Location At(int row, int column = 0) => new(File, Offset + row + 1, column + 1) { Sheet = Sheet.Length > 0 ? Sheet : null };
}

/// <summary>One cell of a printed table. Immutable.</summary>
/// <param name="Text">Its text; lines are separated by line feeds. A merged cell has its text in each place that it covers.</param>
/// <param name="IsContinued">Whether it belongs to a merged cell that begins in a row above.</param>
public readonly record struct PrintedCell(string Text, bool IsContinued = false);
