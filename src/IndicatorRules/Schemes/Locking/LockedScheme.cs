using NuGet.Versioning;

namespace IndicatorRules.Schemes.Locking;

/// <summary>A locked version of a scheme. Immutable.</summary>
/// <param name="Id">The scheme's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Hash">SHA-256 over the files that decide its verdicts, in lower-case hexadecimal; see <c>Scheme.Hash</c>.</param>
public sealed record LockedScheme(string Id, NuGetVersion Version, string Hash)
{
}
