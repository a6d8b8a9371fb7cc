using System.Collections.Immutable;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Forms;

/// <summary>
/// The facts of one place as rows of a facts table, each cell with its location in the workbook. Not thread-safe while it is read.
/// </summary>
internal sealed class PlaceRows : ITableRows
{
    private readonly List<FactRow> _rows;
    private int _at = -1;

    internal PlaceRows(ImmutableArray<string> headings, List<FactRow> rows, Location anchor)
    {
        (Headings, _rows, Anchor) = (headings, rows, anchor);
        HasRemarks = rows.Exists(r => r.Cells.Any(c => c.Remark is not null));
    }

    public ImmutableArray<string> Headings { get; }

    public required ImmutableArray<Diagnostic> Notices { get; init; }

    public required string? Scheme { get; init; }

    public required string? Hash { get; init; }

    public bool HasRemarks { get; }

    public int CellCount => Headings.Length;

    // Rows are counted below the headings, as in a file.
    public int Line => _at + 2;

    public long Position => _at + 1;

    public long Length => _rows.Count;

    public ReadOnlySpan<char> Plain => [];

    /// <summary>The location of what has none of its own.</summary>
    internal Location Anchor { get; }

    public bool Read() => ++_at < _rows.Count;

    public ReadOnlySpan<char> Cell(int column) => column < CellCount ? _rows[_at].Cells[column].Text : "";

    public Location Locate(string name, int line, int column)
    {
        var row = line - 2;
        return row < 0 || row >= _rows.Count ? Anchor
            : (column <= CellCount ? _rows[row].Cells[column - 1].At : null) ?? _rows[row].At;
    }

    public Diagnostic? Remark(string name, int line, int column) => _rows[line - 2].Cells[column - 1].Remark;

    public void Dispose()
    {
    }
}

/// <summary>One row of facts.</summary>
/// <param name="Cells">Its cells, one for each heading.</param>
/// <param name="At">The location of its value.</param>
internal sealed record FactRow(FactCell[] Cells, Location At);

/// <summary>One cell of a row of facts. Immutable.</summary>
/// <param name="Value">Its text; null if it is empty.</param>
/// <param name="At">Its location; null if it has none.</param>
/// <param name="Remark">What is to be said about it.</param>
internal readonly record struct FactCell(string? Value, Location? At = null, Diagnostic? Remark = null)
{
    internal string Text => Value ?? "";

    /// <summary>A cell of a sheet.</summary>
    internal static FactCell Of(SheetCell cell, Location at, string heading) =>
        new(cell.Text?.Trim(), at, CellRemark.Of(cell, at, heading));
}
