using System.Collections.Immutable;
using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Packing;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Extending;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Packaging.Installing;

/// <summary>Installs verified packages as plugin folders. An installation is atomic.</summary>
/// <remarks>
/// The plugin is written and validated in a hidden folder and put in place by one rename. If the process is killed, the directory holds
/// either the old or the new plugin, and the next run cleans up. On Linux and macOS a replacement exchanges two folders atomically.
/// Elsewhere it takes two renames; if the process is killed between them, the old plugin is missing until the next run restores it.
/// </remarks>
public sealed class PackageInstaller
{
    private readonly string _directory;
    private readonly Func<string, ImmutableArray<Diagnostic>> _check;
    private readonly IPluginDisk _disk;

    /// <summary>Creates an installer for one plugins directory, which need not exist yet.</summary>
    /// <param name="pluginDirectory">The directory whose subfolders are plugins.</param>
    /// <param name="check">Validates a plugin's folder before it is put in place, its rules above all; null for no such validation.</param>
    public PackageInstaller(string pluginDirectory, Func<string, ImmutableArray<Diagnostic>>? check = null)
        : this(pluginDirectory, check ?? (_ => []), new PluginDisk())
    {
    }

    internal PackageInstaller(string pluginDirectory, Func<string, ImmutableArray<Diagnostic>> check, IPluginDisk disk)
    {
        ArgumentException.ThrowIfNullOrEmpty(pluginDirectory);
        _directory = Path.GetFullPath(pluginDirectory);
        _check = check;
        _disk = disk;
    }

    /// <summary>Installs a package.</summary>
    /// <param name="package">A verified package.</param>
    /// <param name="replace">Whether to replace an installed plugin of the same version but different content.</param>
    /// <returns>The installation, or all errors; the directory is then unchanged.</returns>
    public Result<Installation> Install(Package package, bool replace = false)
    {
        ArgumentNullException.ThrowIfNull(package);
        var bag = new DiagnosticBag();
        using var work = WorkFolder.TryEnter(_directory, _disk);
        if (work is null)
        {
            bag.Add(DiagnosticCatalog.PackageDirectoryBusy, new Location(_directory), _directory);
            return new(null, bag.ToImmutable());
        }

        work.PutRight();
        var twin = InstalledPlugins.In(_directory)
            .Where(p => p.Id == package.Id && p.Version == package.Version).Select(p => p.Folder).FirstOrDefault();
        var target = twin ?? Path.Combine(_directory, $"{package.Id}.{package.Version}");
        var same = twin is not null && HoldsSame(twin, package);
        if (same && !BringsTrust(twin!, package))
        {
            return new(new Installation(package, twin!, Changed: false), []);
        }

        if (twin is not null && !same && !replace)
        {
            bag.Add(DiagnosticCatalog.PackageDiffers, new Location(package.FileName), package.Key, twin);
        }
        else if (twin is null && Path.Exists(target))
        {
            bag.Add(DiagnosticCatalog.PackageFolderTaken, new Location(package.FileName), target);
        }

        return bag.HasErrors ? new(null, bag.ToImmutable()) : Install(package, work, target, bag);
    }

    /// <summary>The upper schemes of a package that no installed plugin provides.</summary>
    public ImmutableArray<SchemeName> Absent(Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var installed = InstalledPlugins.In(_directory).ToList();
        return [.. package.Uppers.Where(b => !installed.Exists(p => b.Names(p.Id, p.Version)))];
    }

    private Result<Installation> Install(Package package, WorkFolder work, string target, DiagnosticBag bag)
    {
        var stage = Path.Combine(work.New, Path.GetFileName(target));
        try
        {
            WriteTo(stage, package);
            Verify(stage, package, bag);
            if (!bag.HasErrors)
            {
                PutInPlace(stage, target, work);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.PackageNotWritten, new Location(package.FileName), package.Key, _directory);
        }

        work.PutRight();
        return bag.ToResult<Installation>(() => new Installation(package, target, Changed: true));
    }

    private void WriteTo(string stage, Package package)
    {
        _disk.CreateFolder(stage);
        foreach (var file in package.Files.Concat(package.Beside))
        {
            var path = Path.Combine(stage, file.Path.Replace('/', Path.DirectorySeparatorChar));
            _disk.CreateFolder(Path.GetDirectoryName(path)!);
            _disk.WriteFile(path, file.Bytes.AsSpan());
        }

        foreach (var folder in Directory.EnumerateDirectories(stage, "*", SearchOption.AllDirectories).Append(stage))
        {
            _disk.Flush(folder);
        }
    }

    private void Verify(string stage, Package package, DiagnosticBag bag)
    {
        var read = PluginFolder.Read(stage);
        var extensions = new DiagnosticBag();
        ExtensionDeclaration.ReadAll(stage, extensions);
        ImmutableArray<Diagnostic> found = [.. read.Diagnostics, .. extensions.ToImmutable()];
        if (read.Value is { } scheme)
        {
            if (scheme.Id != package.Id || scheme.Version != package.Version)
            {
                var identity = $"{scheme.Id}@{scheme.Version}";
                bag.Add(DiagnosticCatalog.PackageIdentity, new Location(package.FileName), PluginFolder.SchemeFile, identity, package.Key);
            }
            else
            {
                found = [.. found, .. _check(stage)];
            }
        }

        // Locations name the package: the staging folder is about to be deleted.
        bag.AddRange(found.Select(d => d with
        {
            Location = d.Location with { File = d.Location.File.Replace(stage, package.FileName, StringComparison.Ordinal) },
        }));
    }

    private void PutInPlace(string stage, string target, WorkFolder work)
    {
        if (!Directory.Exists(target))
        {
            _disk.Move(stage, target);
        }
        else if (!_disk.TryExchange(stage, target))
        {
            _disk.CreateFolder(work.Old);
            _disk.Move(target, Path.Combine(work.Old, Path.GetFileName(target)));
            _disk.Move(stage, target);
        }

        _disk.Flush(_directory);
    }

    private static bool HoldsSame(string folder, Package package)
    {
        var ignored = new DiagnosticBag();
        var there = PackageManifest.Of(package.Id, package.Version, PluginFiles.Read(folder, ignored));
        return !ignored.HasErrors && there.Files.SequenceEqual(package.Manifest.Files.OrderBy(f => f.Path, StringComparer.Ordinal));
    }

    // True if the package adds a trusted signature to the same content. An installed signature is never removed.
    private static bool BringsTrust(string folder, Package package) =>
        package.Signer is { Trusted: true } && package.Beside.Any(f =>
            !File.Exists(Path.Combine(folder, f.Path))
            || !File.ReadAllBytes(Path.Combine(folder, f.Path)).AsSpan().SequenceEqual(f.Bytes.AsSpan()));
}

/// <summary>The result of an installation. Immutable.</summary>
/// <param name="Package">The installed package.</param>
/// <param name="Folder">The plugin's folder.</param>
/// <param name="Changed">False if the same content was already installed.</param>
public sealed record Installation(Package Package, string Folder, bool Changed)
{
}
