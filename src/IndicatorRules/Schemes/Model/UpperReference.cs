using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Model;

/// <summary>A reference to an upper scheme. Immutable.</summary>
/// <param name="Id">The upper scheme's id.</param>
/// <param name="Range">The accepted versions.</param>
/// <param name="Location">The location of the entry.</param>
internal sealed record UpperReference(string Id, SchemeRange Range, Location Location)
{
    /// <summary>The upper indicators that are left out.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Whether all indicators without an entry are taken over unchanged.</summary>
    public bool TakesRest { get; init; }
}

/// <summary>An upper scheme's indicator. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="IndicatorId">The indicator's id in that scheme; the lower scheme may use another.</param>
public sealed record UpperIndicator(string SchemeId, string IndicatorId);

/// <summary>An upper indicator that a scheme leaves out. Immutable.</summary>
/// <param name="Upper">The indicator.</param>
/// <param name="Because">The reason.</param>
/// <param name="Location">The location of the declaration.</param>
public sealed record LeftOut(UpperIndicator Upper, LocalizedText Because, Location Location);
