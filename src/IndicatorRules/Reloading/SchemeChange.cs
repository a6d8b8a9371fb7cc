using NuGet.Versioning;

namespace IndicatorRules.Reloading;

/// <summary>What became of one scheme. Immutable.</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">What happened.</param>
public sealed record SchemeChange(string Id, NuGetVersion Version, SchemeChangeKind Kind)
{
}
