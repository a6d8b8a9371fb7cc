using System.Collections.Immutable;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;

namespace IndicatorRules.Packaging.Installing;

/// <summary>Finds the compiled extensions of installed plugins that a trusted key signed.</summary>
public static class SignedExtensions
{
    /// <summary>The hashes of all extensions whose files are all listed in a manifest that a trusted key signed.</summary>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    /// <param name="trusted">The keys; if empty, no extension is trusted.</param>
    public static ImmutableHashSet<string> In(IEnumerable<string> pluginDirectories, ImmutableArray<TrustedKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(pluginDirectories);
        return trusted.IsDefaultOrEmpty
            ? []
            : [.. pluginDirectories.SelectMany(InstalledPlugins.In).SelectMany(p => In(p.Folder, trusted))];
    }

    private static IEnumerable<string> In(string plugin, ImmutableArray<TrustedKey> trusted)
    {
        var (manifest, signature) = (FileOf(plugin, PackageManifest.FileName), FileOf(plugin, PackageSignature.FileName));
        if (manifest is null || signature is null)
        {
            return [];
        }

        // Signature faults are dropped: an extension without a valid signature is reported as not trusted.
        var bag = new DiagnosticBag();
        var signer = SignatureVerification.Run(manifest, signature, plugin, trusted, bag);
        return signer is { Trusted: true } && PackageManifest.Read(manifest.Bytes.ToArray(), plugin).Value is { } listed
            ? ExtensionDeclaration.ReadAll(plugin, bag).Where(e => IsListed(e, listed)).Select(e => e.Hash)
            : [];
    }

    private static bool IsListed(ExtensionDeclaration extension, PackageManifest manifest)
    {
        var folder = $"{ExtensionDeclaration.FolderName}/{Path.GetFileName(extension.Folder)}/";
        var lines = manifest.Files
            .Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).OrderBy(f => f.Path, StringComparer.Ordinal);
        return extension.Files.Select(f => new PackageFile(folder + f.Path, f.Bytes)).OrderBy(f => f.Path, StringComparer.Ordinal)
            .Select(ManifestLine.Of).SequenceEqual(lines);
    }

    private static PackageFile? FileOf(string plugin, string name) =>
        File.Exists(Path.Combine(plugin, name)) ? new PackageFile(name, [.. File.ReadAllBytes(Path.Combine(plugin, name))]) : null;
}
