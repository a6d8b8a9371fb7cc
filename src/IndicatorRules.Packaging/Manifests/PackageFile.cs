using System.Collections.Immutable;
using System.Security.Cryptography;

namespace IndicatorRules.Packaging.Manifests;

/// <summary>One file of a packed plugin. Immutable.</summary>
/// <param name="Path">The path within the plugin, with forward slashes.</param>
/// <param name="Bytes">Its content.</param>
internal sealed record PackageFile(string Path, ImmutableArray<byte> Bytes)
{
    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    internal string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.AsSpan()));
}
