using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Rows;

/// <summary>A table in any format, read row by row. Not thread-safe.</summary>
public interface ITableRows : IDisposable
{
    /// <summary>The column headings.</summary>
    ImmutableArray<string> Headings { get; }

    /// <summary>The line of the headings, from 1.</summary>
    int HeadingLine => 1;

    /// <summary>Diagnostics about the file as a whole.</summary>
    ImmutableArray<Diagnostic> Notices => [];

    /// <summary>The scheme that the file names as <c>id</c> or <c>id@range</c>; null if it names none.</summary>
    string? Scheme => null;

    /// <summary>SHA-256 of the file if it is about one place; otherwise null.</summary>
    string? Hash => null;

    /// <summary>The location of a cell. Safe on any thread, also after the last row.</summary>
    /// <param name="name">The file's name in diagnostics.</param>
    /// <param name="line">A line that <see cref="Line"/> or <see cref="HeadingLine"/> returned.</param>
    /// <param name="column">The cell's column, from 1.</param>
    Location Locate(string name, int line, int column) => new(name, line, column);

    /// <summary>
    /// What is to be said about a cell: an error if it has no usable value, such as #N/A, or a warning. Null for most cells. Safe on any
    /// thread, also after the last row.
    /// </summary>
    /// <param name="name">The file's name in diagnostics.</param>
    /// <param name="line">The row's <see cref="Line"/>.</param>
    /// <param name="column">The cell's column, from 1.</param>
    Diagnostic? Remark(string name, int line, int column) => null;

    /// <summary>Whether <see cref="Remark"/> can return anything.</summary>
    bool HasRemarks => false;

    /// <summary>The number of cells in the row. It differs from the number of headings if the row is ragged.</summary>
    int CellCount { get; }

    /// <summary>The row's line, counted from 1 as an editor does.</summary>
    int Line { get; }

    /// <summary>The part read so far, in the unit of <see cref="Length"/>. For progress only.</summary>
    long Position { get; }

    /// <summary>The length of the table, in a unit that depends on its format.</summary>
    long Length { get; }

    /// <summary>Moves to the next row; false after the last.</summary>
    /// <exception cref="DiagnosticException">The rest of the table cannot be read.</exception>
    bool Read();

    /// <summary>
    /// The raw row with commas between its cells, if available without copying; otherwise empty. Valid until the next read.
    /// </summary>
    ReadOnlySpan<char> Plain { get; }

    /// <summary>One unquoted cell of the row; empty if the row has no such cell. Valid until the next read.</summary>
    ReadOnlySpan<char> Cell(int column);
}
