namespace IndicatorRules.Schemes.Model;

/// <summary>Where a target stands in its document. Immutable.</summary>
/// <param name="Document">The document's title.</param>
/// <param name="Table">The table's number; empty where there is none.</param>
/// <param name="Row">The row; null where there is none.</param>
public sealed record SourceRef(string Document, string Table = "", int? Row = null);
