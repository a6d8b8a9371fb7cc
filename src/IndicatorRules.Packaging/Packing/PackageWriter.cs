using System.Runtime.InteropServices;
using IndicatorRules.Contract;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Signing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Frameworks;
using NuGet.Packaging;
using NuGet.Packaging.Core;
using NuGet.Versioning;

namespace IndicatorRules.Packaging.Packing;

/// <summary>Packs a plugin folder. The same folder gives the same bytes, except for the signature.</summary>
public static class PackageWriter
{
    // The earliest time that a zip can represent.
    private const string Timestamp = "1980-01-01T00:00:00Z";

    private const int MaxIdLength = 100;

    /// <summary>Makes a package and verifies it as an installer would.</summary>
    /// <param name="folder">The plugin's folder. Its rules are not compiled; that is the host's task.</param>
    /// <param name="key">Signs the manifest; null for no signature.</param>
    /// <returns>The package, or all errors of the folder; with a warning for each file that was left out.</returns>
    public static Result<Package> Write(string folder, SigningKey? key = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var read = PluginFolder.Read(folder);
        if (read.Value is not { } scheme)
        {
            return new(null, read.Diagnostics);
        }

        var bag = new DiagnosticBag();
        bag.AddRange(read.Diagnostics);
        if (scheme.Id.Length > MaxIdLength)
        {
            bag.Add(DiagnosticCatalog.PackageIdLength, scheme.At("id"), scheme.Id, $"{MaxIdLength}");
        }

        ExtensionDeclaration.ReadAll(folder, bag);
        var files = PluginFiles.Read(folder, bag);
        if (bag.HasErrors)
        {
            return new(null, bag.ToImmutable());
        }

        var bytes = Bytes(scheme, files, key);
        var package = PackageReader.Read(bytes, Package.FileNameOf(scheme.Id, scheme.Version), key is null ? [] : [key.Public]);
        bag.AddRange(package.Diagnostics);
        return new(package.Value, bag.ToImmutable());
    }

    private static byte[] Bytes(SchemeOutline scheme, List<PackageFile> files, SigningKey? key)
    {
        var manifest = PackageManifest.Of(scheme.Id, scheme.Version, files).ToBytes();
        var builder = Described(scheme);
        builder.Files.Add(new MemoryFile(PackageManifest.FileName, manifest));
        if (key is not null)
        {
            builder.Files.Add(new MemoryFile(PackageSignature.FileName, key.Sign(manifest).ToBytes()));
        }

        foreach (var file in files)
        {
            builder.Files.Add(new MemoryFile(Package.Folder + file.Path, ImmutableCollectionsMarshal.AsArray(file.Bytes)));
        }

        using var buffer = new MemoryStream();
        builder.Save(buffer);
        return buffer.ToArray();
    }

    private static PackageBuilder Described(SchemeOutline scheme)
    {
        var builder = new PackageBuilder(deterministic: true)
        {
            DeterministicTimestamp = Timestamp,
            Id = scheme.Id,
            Version = NuGetVersion.Parse(scheme.Version.ToString()),
            Title = scheme.Title.Zh,
            Description = Text(scheme.Note) is { Length: > 0 } note ? $"{Text(scheme.Title)}\n\n{note}" : Text(scheme.Title),
        };
        builder.Authors.Add(scheme.Issuer.Zh);
        builder.PackageTypes.Add(new PackageType(Package.Type, PackageType.EmptyVersion));
        builder.DependencyGroups.Add(new PackageDependencyGroup(
            NuGetFramework.AnyFramework,
            scheme.Uppers.Select(e => new PackageDependency(e.Id, VersionRange.Parse(e.Range!.Text)))));
        return builder;
    }

    private static string Text(LocalizedText text) => text.Zh == text.En ? text.Zh : $"{text.Zh}\n{text.En}";
}
