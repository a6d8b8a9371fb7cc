using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A location in a file, or a cell of a workbook. Lines and columns count from 1. Immutable.</summary>
/// <param name="File">The path as the user knows it.</param>
/// <param name="Line">The line; 0 for the file as a whole.</param>
/// <param name="Column">The column; 0 for the file as a whole.</param>
[JsonConverter(typeof(LocationJson))]
[TypeConverter(typeof(DiagnosticText))]
public sealed record Location(string File, int Line = 0, int Column = 0)
{
    private const int Letters = 26;

    /// <summary>The cell's name in a table, such as 第3行 F列“现状值”; messages begin with it. Null outside of tables.</summary>
    public LocalizedText? Cell { get; init; }

    /// <summary>The sheet of a workbook, whose rows and columns the others then count; null in a text.</summary>
    public string? Sheet { get; init; }

    /// <summary>The cell as a spreadsheet names it, such as <c>J14</c>; null in a text, and for a sheet as a whole.</summary>
    public string? Address => Sheet is not null && Line > 0 && Column > 0 ? $"{ColumnLetters(Column)}{Line}" : null;

    /// <summary>The entry of the facts that is there; see <see cref="Diagnostic.Path"/>.</summary>
    internal string? Entry { get; init; }

    /// <summary>The letters of a column that is counted from 1: A to Z, then AA and so on.</summary>
    public static string ColumnLetters(int column)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        var last = (char)('A' + ((column - 1) % Letters));
        return column <= Letters ? $"{last}" : ColumnLetters((column - 1) / Letters) + last;
    }

    /// <summary>This location in a message at another one: only the line if both are in the same file.</summary>
    internal LocalizedText Beside(Location other) => Sheet is not null ? (LocalizedText)(File == other.File ? InWorkbook : $"{this}")
        : File == other.File && Line > 0
        ? new LocalizedText($"第 {Line} 行", $"line {Line}")
        : (LocalizedText)$"{this}";

    /// <summary>Compares file, line, column, cell and sheet.</summary>
    public bool Equals(Location? other) => other is not null && File == other.File && Line == other.Line && Column == other.Column
        && Cell == other.Cell && Sheet == other.Sheet;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(File, Line, Column, Sheet);

    /// <inheritdoc/>
    public override string ToString() => Sheet is not null ? $"{File} {InWorkbook}" : Line == 0 ? File : $"{File}({Line},{Column})";

    private string InWorkbook => Address is { } cell ? $"{Sheet}!{cell}" : Line > 0 ? $"{Sheet}!{Line}:{Line}" : Sheet!;
}
