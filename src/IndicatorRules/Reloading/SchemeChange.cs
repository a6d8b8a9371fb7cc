using NuGet.Versioning;

namespace IndicatorRules.Reloading;

/// <summary>The change of one scheme. Immutable.</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">The kind of change.</param>
public sealed record SchemeChange(string Id, NuGetVersion Version, SchemeChangeKind Kind)
{
}
