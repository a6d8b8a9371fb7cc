using NuGet.Versioning;

namespace IndicatorRules.Schemes.Locking;

/// <summary>One version of a scheme as it was when it was locked. Immutable.</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 over the files that decide its verdicts, in lower-case hexadecimal; see <c>Scheme.Hash</c>.</param>
public sealed record LockedScheme(string Id, NuGetVersion Version, string Hash)
{
}
