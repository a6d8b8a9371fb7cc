using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Checks;

/// <summary>What the scheme says of an indicator or item that a check looks at. Immutable.</summary>
/// <param name="Figure">Name, measured unit, states.</param>
/// <param name="PrintedUnit">The unit as printed.</param>
/// <param name="Target">The target as printed, one line each; empty where it has none of its own.</param>
internal sealed record CheckedFigureInfo(FigureInfo Figure, string PrintedUnit, LocalizedText Target);
