using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>An upper indicator that a scheme leaves out. Immutable.</summary>
/// <param name="Upper">The indicator.</param>
/// <param name="Because">The reason.</param>
/// <param name="Location">The location of the declaration.</param>
public sealed record LeftOut(UpperIndicator Upper, LocalizedText Because, Location Location);
