namespace IndicatorRules.Facts;

/// <summary>Names one entry of a facts file. Immutable.</summary>
/// <param name="Year">The year; 0 for the place.</param>
/// <param name="Indicator">The indicator's id, or the place attribute's; empty for the year or place as a whole.</param>
/// <param name="Item">The item's id; empty for the indicator itself.</param>
public readonly record struct FactPath(int Year, string Indicator = "", string Item = "");
