using IndicatorRules.Contract;

namespace IndicatorRules.Testing;

/// <summary>A verdict that a case expects. Immutable.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="StageId">The stage; null for the indicator itself.</param>
/// <param name="Status">The status.</param>
/// <param name="Basis">The basis; null if any will do.</param>
/// <param name="Margin">The exact margin; null if any will do.</param>
public sealed record Expectation(string IndicatorId, string? StageId, Status Status, Basis? Basis, decimal? Margin);
