using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A location in a file. Lines and columns count characters from 1. Immutable.</summary>
/// <param name="File">The path as the user knows it.</param>
/// <param name="Line">The line; 0 for the file as a whole.</param>
/// <param name="Column">The column; 0 for the file as a whole.</param>
[JsonConverter(typeof(LocationJson))]
[TypeConverter(typeof(DiagnosticText))]
public sealed record Location(string File, int Line = 0, int Column = 0)
{
    /// <summary>The cell's name in a table, such as 第3行 F列“现状值”; messages begin with it. Null outside of tables.</summary>
    public LocalizedText? Cell { get; init; }

    /// <summary>This location in a message at another one: only the line if both are in the same file.</summary>
    internal LocalizedText Beside(Location other) => File == other.File && Line > 0
        ? new LocalizedText($"第 {Line} 行", $"line {Line}")
        : (LocalizedText)$"{this}";

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";
}
