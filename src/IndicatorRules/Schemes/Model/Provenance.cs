using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>Who wrote a field. Immutable.</summary>
/// <param name="SchemeKey">The scheme and version: <c>national-revised@1.0.0</c>.</param>
/// <param name="Location">The location, with the file relative to that scheme's folder.</param>
/// <param name="Source">The document, table and row from which it was transcribed.</param>
public sealed record Provenance(string SchemeKey, Location Location, SourceRef Source);

/// <summary>The provenance of an indicator's field. Immutable.</summary>
public sealed class FieldProvenance
{
    internal FieldProvenance(string field, ImmutableArray<Provenance> authors) => (Field, Authors) = (field, authors);

    /// <summary>The field's name in scheme.json: <c>target</c>.</summary>
    public string Field { get; }

    /// <summary>All schemes that wrote it, this scheme first; several if upper schemes agree or are combined.</summary>
    public ImmutableArray<Provenance> Authors { get; }
}

/// <summary>The document, table and row of a target. Immutable.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Table">The table's number; empty if there is none.</param>
/// <param name="Row">The row; null if there is none.</param>
public sealed record SourceRef(string Document, string Table = "", int? Row = null)
{
    /// <summary>The table as a sentence names it: 表2-1, 附表, 专栏1; empty if there is none.</summary>
    public LocalizedText TableName => Table.Length == 0 ? LocalizedText.Empty
        : Table.Contains('表') || Table.StartsWith("专栏", StringComparison.Ordinal) || Table.StartsWith('附') ? Table
        : new LocalizedText($"表{Table}", $"table {Table}");
}
