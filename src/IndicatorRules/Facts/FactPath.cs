namespace IndicatorRules.Facts;

/// <summary>The address of one entry in a facts file. Immutable.</summary>
/// <param name="Year">The year; 0 for the place.</param>
/// <param name="Indicator">The id of the indicator or place attribute; empty for the year or place as a whole.</param>
/// <param name="Item">The item's id; empty for the indicator itself.</param>
public readonly record struct FactPath(int Year, string Indicator = "", string Item = "");
