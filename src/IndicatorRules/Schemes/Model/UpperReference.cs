using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Model;

/// <summary>An upper scheme that a scheme extends. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Range">The versions that will do.</param>
/// <param name="Location">Where it is asked for.</param>
public sealed record UpperReference(string Id, SchemeRange Range, Location Location)
{
    /// <summary>Its indicators that are declared not to count here.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Whether its indicators that no entry names are taken over as they are.</summary>
    public bool TakesRest { get; init; }
}
