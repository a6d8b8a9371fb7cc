using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Model;

/// <summary>An upper scheme that a scheme extends. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">The versions that will do.</param>
/// <param name="Location">Where it is asked for.</param>
public sealed record BaseReference(string Id, SchemeRange Range, Location Location);
