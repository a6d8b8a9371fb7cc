namespace IndicatorRules.Packaging.Manifests;

/// <summary>What a manifest says of one file. Immutable.</summary>
/// <param name="Path">Within the plugin, with forward slashes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes, in lower-case hexadecimal.</param>
internal sealed record ManifestLine(string Path, long Length, string Hash);
