namespace IndicatorRules.Packaging.Manifests;

/// <summary>One file in a manifest. Immutable.</summary>
/// <param name="Path">The path within the plugin, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal.</param>
internal sealed record ManifestLine(string Path, long Length, string Hash)
{
    internal static ManifestLine Of(PackageFile file) => new(file.Path, file.Bytes.Length, file.Hash);
}
