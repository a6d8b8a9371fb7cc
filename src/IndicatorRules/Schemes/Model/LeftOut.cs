using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>An upper scheme's indicator that a scheme declares not to take over. Immutable.</summary>
/// <param name="Upper">The indicator.</param>
/// <param name="Because">Why it does not count here.</param>
/// <param name="Location">Where it is declared.</param>
public sealed record LeftOut(UpperIndicator Upper, LocalizedText Because, Location Location);
