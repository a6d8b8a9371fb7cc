using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A place in a file, both counted from 1 in characters. Immutable.</summary>
/// <param name="File">The path as the user knows it.</param>
/// <param name="Line">0 when the diagnostic is about the file as a whole.</param>
/// <param name="Column">0 when the diagnostic is about the file as a whole.</param>
[JsonConverter(typeof(LocationJson))]
[TypeConverter(typeof(DiagnosticText))]
public sealed record Location(string File, int Line = 0, int Column = 0)
{
    /// <summary>The place in the words of a message that stands at another: its line alone where both are in one file.</summary>
    internal LocalizedText Beside(Location other) => File == other.File && Line > 0
        ? new LocalizedText($"第 {Line} 行", $"line {Line}")
        : (LocalizedText)$"{this}";

    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";
}
