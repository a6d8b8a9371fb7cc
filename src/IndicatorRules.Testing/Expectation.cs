using IndicatorRules.Contract;

namespace IndicatorRules.Testing;

/// <summary>One verdict that a case expects. Immutable.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="StageId">The stage; null for the indicator itself.</param>
/// <param name="Status">The status.</param>
/// <param name="Basis">What it rests on; null when the case does not say.</param>
/// <param name="Margin">The margin, exactly; null when the case does not say.</param>
public sealed record Expectation(string IndicatorId, string? StageId, Status Status, Basis? Basis, decimal? Margin);
