using System.Collections.Immutable;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Model;
using NuGet.Versioning;

namespace IndicatorRules.Packaging;

/// <summary>A verified package: made by the reader alone, it carries the very bytes that were checked. Immutable.</summary>
public sealed class Package
{
    internal const string Type = "IndicatorRulesScheme";

    /// <summary>Where a package holds the plugin's files.</summary>
    internal const string Folder = "plugin/";

    private readonly ReadOnlyMemory<byte> _bytes;

    internal Package(
        PackageManifest manifest, ImmutableArray<UpperReference> uppers, ImmutableArray<PackageFile> files, PackageFile written,
        PackageFile? signature, PackageSigner? signer, string hash, ReadOnlyMemory<byte> bytes)
    {
        Manifest = manifest;
        Uppers = uppers;
        Files = files;
        Beside = signature is null ? [written] : [written, signature];
        Signer = signer;
        Hash = hash;
        _bytes = bytes;
    }

    /// <summary>The scheme's id.</summary>
    public string Id => Manifest.Id;

    /// <summary>The scheme's version.</summary>
    public NuGetVersion Version => Manifest.Version;

    /// <summary>Id and version together: <c>jingle-county@1.0.0</c>.</summary>
    public string Key => $"{Id}@{Version.ToNormalizedString()}";

    /// <summary>SHA-256 of the package, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Who signed it; null when nobody did.</summary>
    public PackageSigner? Signer { get; }

    /// <summary>The name that it has in a folder: <c>jingle-county.1.0.0.nupkg</c>.</summary>
    public string FileName => FileNameOf(Id, Version);

    internal PackageManifest Manifest { get; }

    /// <summary>The upper schemes that its scheme.json asks for.</summary>
    public ImmutableArray<UpperReference> Uppers { get; }

    /// <summary>The plugin's files.</summary>
    internal ImmutableArray<PackageFile> Files { get; }

    /// <summary>The manifest, and the signature where there is one: they stand beside the files wherever these go.</summary>
    internal ImmutableArray<PackageFile> Beside { get; }

    /// <summary>Writes the package.</summary>
    public void CopyTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(_bytes.Span);
    }

    internal static string FileNameOf(string id, NuGetVersion version) => $"{id}.{version.ToNormalizedString()}.nupkg";
}
