using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Model;

/// <summary>A reference to an upper scheme. Immutable.</summary>
/// <param name="Id">The upper scheme's id.</param>
/// <param name="Range">The accepted versions.</param>
/// <param name="Location">The location of the entry.</param>
public sealed record UpperReference(string Id, SchemeRange Range, Location Location)
{
    /// <summary>The upper indicators that are left out.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Whether all indicators without an entry are taken over unchanged.</summary>
    public bool TakesRest { get; init; }
}
