using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Reads a package and verifies every file against its manifest. Only this class creates a <see cref="Package"/>.</summary>
public static class PackageReader
{
    /// <summary>Reads and verifies a package file.</summary>
    /// <inheritdoc cref="Read(byte[], string, ImmutableArray{TrustedKey})"/>
    /// <param name="path">The package file.</param>
    /// <param name="trusted">The keys of which one must have signed the package; empty if signatures are not required.</param>
    public static Result<Package> ReadFile(string path, ImmutableArray<TrustedKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            // Read once: the bytes that are verified are the bytes that are installed.
            return Read(PlainFile.Read(path, PackageCaps.PackageBytes), Path.GetFileName(path), trusted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var bag = new DiagnosticBag();
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(path), path);
            return new(null, bag.ToImmutable());
        }
    }

    /// <summary>
    /// Verifies a package: the zip, the signature, every file against the manifest, and that id and version agree throughout.
    /// </summary>
    /// <param name="bytes">The package.</param>
    /// <param name="name">The package's name in diagnostics.</param>
    /// <param name="trusted">The keys of which one must have signed the package; empty if signatures are not required.</param>
    public static Result<Package> Read(byte[] bytes, string name, ImmutableArray<TrustedKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var bag = new DiagnosticBag();
        var package = Open(bytes, name, bag) is { } files ? Verify(bytes, files, name, trusted, bag) : null;
        return new(bag.HasErrors ? null : package, bag.ToImmutable());
    }

    private static Dictionary<string, PackageFile>? Open(byte[] bytes, string name, DiagnosticBag bag)
    {
        var zipFaults = new DiagnosticBag();
        var index = new ZipIndex(bytes, name, zipFaults).Read();
        if (index is { Count: > 0 } && !index.Exists(e => e.Name == PackageManifest.FileName))
        {
            // Reported alone: other faults do not matter in a file that `pack` did not make.
            bag.Add(DiagnosticCatalog.PackageOfElse, new Location(name), name, PackageManifest.FileName);
            return null;
        }

        bag.AddRange(zipFaults.ToImmutable());
        if (index is null)
        {
            return null;
        }

        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in index)
        {
            if (!PackageEntries.Allows(entry.Name))
            {
                bag.Add(DiagnosticCatalog.PackagePath, new Location(name), ShownText.Of(entry.Name));
            }
            else if (!seen.TryAdd(entry.Name, entry.Name))
            {
                bag.Add(DiagnosticCatalog.PackagePathTwice, new Location(name), seen[entry.Name], entry.Name);
            }
        }

        return bag.HasErrors ? null : ZipContents.Unpack(bytes, index, name, bag)?.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    private static Package? Verify(
        byte[] bytes, Dictionary<string, PackageFile> entries, string name, ImmutableArray<TrustedKey> trusted, DiagnosticBag bag)
    {
        string[] needed = [PackageManifest.FileName, Package.Folder + PluginFolder.SchemeFile];
        foreach (var absent in needed.Where(n => !entries.ContainsKey(n)))
        {
            bag.Add(DiagnosticCatalog.PackageOfElse, new Location(name), name, absent);
        }

        if (bag.HasErrors)
        {
            return null;
        }

        var written = entries[PackageManifest.FileName];
        var signature = entries.GetValueOrDefault(PackageSignature.FileName);
        var signer = SignatureVerification.Run(written, signature, name, trusted, bag);
        var manifest = PackageManifest.Read(Bytes(written), $"{name}/{written.Path}");
        bag.AddRange(manifest.Diagnostics);
        if (bag.HasErrors)
        {
            return null;
        }

        var files = entries.Values.Where(f => f.Path.StartsWith(Package.Folder, StringComparison.Ordinal))
            .Select(f => new PackageFile(f.Path[Package.Folder.Length..], f.Bytes))
            .OrderBy(f => f.Path, StringComparer.Ordinal).ToImmutableArray();
        VerifyFiles(manifest.Value!, files, name, bag);
        VerifyNuspec(manifest.Value!, entries.Values, name, bag);
        if (bag.HasErrors)
        {
            return null;
        }

        var uppers = PackedScheme.Read(manifest.Value!, files.First(f => f.Path == PluginFolder.SchemeFile), name, bag);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new Package(manifest.Value!, uppers, files, written, signature, signer, hash, bytes);
    }

    private static void VerifyFiles(PackageManifest manifest, ImmutableArray<PackageFile> files, string name, DiagnosticBag bag)
    {
        var there = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (var line in manifest.Files)
        {
            if (!there.Remove(line.Path, out var file))
            {
                bag.Add(DiagnosticCatalog.PackageFileMissing, new Location(name), ShownText.Of(line.Path));
            }
            else if (file.Bytes.Length != line.Length)
            {
                bag.Add(DiagnosticCatalog.PackageFileChanged, new Location(name), line.Path, new LocalizedText("长度", "length"));
            }
            else if (file.Hash != line.Hash)
            {
                bag.Add(DiagnosticCatalog.PackageFileChanged, new Location(name), line.Path, "SHA-256");
            }
        }

        foreach (var path in there.Keys.Order(StringComparer.Ordinal))
        {
            bag.Add(DiagnosticCatalog.PackageFileUnlisted, new Location(name), path);
        }
    }

    // Feeds display the nuspec, so its identity must match the manifest. Nothing else of it is used.
    private static void VerifyNuspec(PackageManifest manifest, IEnumerable<PackageFile> entries, string name, DiagnosticBag bag)
    {
        var nuspecs = entries.Where(f => f.Path.EndsWith(".nuspec", StringComparison.Ordinal)).ToList();
        if (nuspecs.Count != 1)
        {
            bag.Add(DiagnosticCatalog.PackageOfElse, new Location(name), name, $"{manifest.Id}.nuspec");
            return;
        }

        if (nuspecs[0].Bytes.Length > PackageCaps.NuspecBytes)
        {
            bag.Add(
                DiagnosticCatalog.PackageTooLarge, new Location(name), nuspecs[0].Path,
                new LocalizedText($"{nuspecs[0].Bytes.Length} 字节", $"{nuspecs[0].Bytes.Length} bytes"), $"{PackageCaps.NuspecBytes}");
            return;
        }

        try
        {
            var nuspec = PackedNuspec.Read([.. nuspecs[0].Bytes]);
            var version = NuGetVersion.TryParse(nuspec.Version, out var parsed) ? parsed.ToNormalizedString() : nuspec.Version;
            var (said, expected) = ($"{nuspec.Id}@{version}", $"{manifest.Id}@{manifest.Version}");
            if (said != expected)
            {
                bag.Add(DiagnosticCatalog.PackageIdentity, new Location(name), nuspecs[0].Path, ShownText.Of(said), expected);
            }

            if (!nuspec.Types.Contains(Package.Type))
            {
                bag.Add(DiagnosticCatalog.PackageOfElse, new Location(name), name, $"packageType {Package.Type}");
            }
        }
        catch (System.Xml.XmlException)
        {
            bag.Add(
                DiagnosticCatalog.PackageBroken, new Location(name), name,
                new LocalizedText($"`{nuspecs[0].Path}` 无法读取", $"`{nuspecs[0].Path}` cannot be read"));
        }
    }

    private static ReadOnlyMemory<byte> Bytes(PackageFile file) => ImmutableCollectionsMarshal.AsArray(file.Bytes);
}
