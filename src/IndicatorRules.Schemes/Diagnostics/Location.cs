using System.Text.Json.Serialization;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A place in a file, both counted from 1 in characters. Immutable.</summary>
/// <param name="File">The path as the user knows it.</param>
/// <param name="Line">0 when the diagnostic is about the file as a whole.</param>
/// <param name="Column">0 when the diagnostic is about the file as a whole.</param>
[JsonConverter(typeof(LocationJson))]
public sealed record Location(string File, int Line = 0, int Column = 0)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";
}
