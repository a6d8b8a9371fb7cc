namespace IndicatorRules.Contract.Readings;

/// <summary>So many of so many, as whole numbers: <c>Ratio(2, 3)</c> is two thirds, without rounding. Immutable.</summary>
/// <param name="Part">How many; more than 0.</param>
/// <param name="Whole">Of how many; more than 0.</param>
public readonly record struct Ratio(int Part, int Whole);
