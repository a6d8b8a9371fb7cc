using System.Collections.Immutable;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Packaging;

/// <summary>A verified package, made by <see cref="Reading.PackageReader"/> only. It holds the verified bytes. Immutable.</summary>
public sealed class Package
{
    internal const string Type = "IndicatorRulesScheme";

    /// <summary>The folder of the plugin's files within a package.</summary>
    internal const string Folder = "plugin/";

    private readonly ReadOnlyMemory<byte> _bytes;

    internal Package(
        PackageManifest manifest, ImmutableArray<SchemeName> uppers, ImmutableArray<PackageFile> files, PackageFile written,
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
    public SchemeVersion Version => Manifest.Version;

    /// <summary>Id and version: <c>jingle-county@1.0.0</c>.</summary>
    public string Key => $"{Id}@{Version}";

    /// <summary>SHA-256 of the package, in lower-case hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The signer; null if the package is not signed.</summary>
    public PackageSigner? Signer { get; }

    /// <summary>The package's default file name: <c>jingle-county.1.0.0.nupkg</c>.</summary>
    public string FileName => FileNameOf(Id, Version);

    internal PackageManifest Manifest { get; }

    /// <summary>The upper schemes that its <c>scheme.json</c> extends.</summary>
    public ImmutableArray<SchemeName> Uppers { get; }

    /// <summary>The plugin's files.</summary>
    internal ImmutableArray<PackageFile> Files { get; }

    /// <summary>The manifest and the signature, if any. They are installed with the files.</summary>
    internal ImmutableArray<PackageFile> Beside { get; }

    /// <summary>Writes the package to a stream.</summary>
    public void CopyTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(_bytes.Span);
    }

    internal static string FileNameOf(string id, SchemeVersion version) => $"{id}.{version}.nupkg";
}
