namespace IndicatorRules.Schemes.Model;

/// <summary>The place of a target in its document. Immutable.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Table">The table's number; empty if there is none.</param>
/// <param name="Row">The row; null if there is none.</param>
public sealed record SourceRef(string Document, string Table = "", int? Row = null);
