using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting.Images;

namespace IndicatorRules.Store;

/// <summary>Stores what a host composed and compiled for the next process: bundles and images. Safe on any thread.</summary>
/// <remarks>
/// A bundle is a catalog with all its schemes composed, keyed by the content of its plugins' folders; a start with the same files reads
/// it instead of them. It has the name of each scheme's compile request, by which the image is found. Images are separate files: after an
/// edit of one scheme the bundle is another, and the images of the others are still found.
/// </remarks>
internal sealed class SchemeStore
{
    private readonly ImmutableArray<StoreFolder> _folders;
    private readonly StoreFolder? _target;
    private readonly ConditionalWeakTable<Scheme, string> _requests = [];
    private Unstored? _unstored;

    private SchemeStore(ImmutableArray<StoreFolder> folders, StoreFolder? target) => (_folders, _target) = (folders, target);

    internal bool IsEmpty => _folders.IsEmpty;

    /// <summary>Whether the catalog was stored; null when it was not searched for.</summary>
    internal bool? FoundBundle { get; private set; }

    /// <summary>The identity of the compiler whose images were shipped with the program; null when none were.</summary>
    internal string? Compiler => _folders.Select(f => f.Compiler).FirstOrDefault(c => c is not null);

    /// <summary>Why a folder cannot be used.</summary>
    internal ImmutableArray<Diagnostic> Notices => [.. _folders.Select(f => f.Notice).OfType<Diagnostic>()];

    /// <param name="precompiled">A folder that was shipped with the program, searched first; null for none.</param>
    /// <param name="user">The user's own folder, which takes what is new; null for none.</param>
    /// <param name="clock">The clock for the age of the user's files.</param>
    internal static SchemeStore Of(string? precompiled, string? user, TimeProvider clock)
    {
        var shipped = precompiled is null ? null : StoreFolder.OfProgram(precompiled);
        var own = user is null ? null : StoreFolder.OfUser(user, clock);
        return new([.. new[] { shipped, own }.OfType<StoreFolder>()], own);
    }

    internal static SchemeStore In(StoreFolder folder) => new([folder], folder);

    /// <summary>The catalog of plugin directories: stored from the same files, or read from them.</summary>
    internal SchemeCatalog Open(IEnumerable<string> directories, LockFile? held)
    {
        var bag = new DiagnosticBag();
        var folders = PluginScan.Folders(directories, bag);
        // Reading the directories reports their faults; a lock must be compared with the files.
        var key = held is null && bag.ToImmutable().IsEmpty ? BundleKey(folders) : null;
        var stored = key is null ? null : Find(key, (_, bytes) => Bundle.Read(bytes, folders));
        FoundBundle = key is null ? null : stored is not null;
        if (stored is { } bundle)
        {
            foreach (var (scheme, request) in bundle.Schemes)
            {
                _requests.Add(scheme, request);
            }

            return SchemeCatalog.Composed(bundle.Entries, folders);
        }

        var catalog = SchemeCatalog.Of(PluginScan.Read(folders, bag), held);
        _unstored = key is null || _target is null ? null : new Unstored(key, catalog);
        return catalog;
    }

    /// <summary>Stores the opened catalog, once, unless it has diagnostics, its files have changed, or another is in force.</summary>
    internal void Write(SchemeCatalog inForce)
    {
        if (_unstored is not null && Interlocked.Exchange(ref _unstored, null) is { } unstored && unstored.Catalog == inForce
            && Bundle.Of(inForce, scheme => RequestOf(scheme, new(() => SchemeRequest.Of(scheme))), StoreFolder.MaxBytes) is { } bundle)
        {
            var folders = inForce.Scan.Plugins.Select(p => p.Folder).ToList();
            if (BundleKey(folders)?.FileName == unstored.Key.FileName)
            {
                _target!.Write(unstored.Key, bundle.ToBytes(folders));
            }
        }
    }

    /// <summary>The name of a scheme's compile request, by content; the bundle has it for a stored catalog's schemes.</summary>
    internal string RequestOf(Scheme scheme, Lazy<CompileRequest> request) => _requests.GetValue(scheme, _ => CompileKey.Of(request.Value));

    /// <summary>The image of a key. Verifies a user's image; one that was shipped was verified at the build.</summary>
    /// <param name="key">The key.</param>
    /// <param name="texts">The number of its scripts.</param>
    internal StoredImage? FindImage(StoreKey key, int texts) => Find(key, (folder, bytes) =>
    {
        try
        {
            var image = StoredImage.Read(bytes, (made, version, entry) => folder.IsOfProgram
                ? VerifiedImage.OfTheProgram(made, version, entry, folder.FindAssembly(key))
                : VerifiedImage.Verify(made));
            return image?.Costs.Length == texts ? image : null;
        }
        catch (ImageRefusedException)
        {
            // Valid checksum but no valid image: compile it again.
            return null;
        }
    });

    internal void Write(StoreKey key, StoredImage image)
    {
        _target?.Write(key, image.ToBytes());
        _target?.WriteAssembly(key, image.Image.Bytes.ToArray());
    }

    // Null when nothing is stored or the folders cannot be read. Covers names and content, not the folders' own location.
    private StoreKey? BundleKey(List<string> folders)
    {
        if (IsEmpty || folders.Count == 0)
        {
            return null;
        }

        var contents = folders.ConvertAll(PluginFingerprint.Of);
        return contents.Contains(null) ? null : StoreKey.Of(StoreKey.Bundle, contents!);
    }

    private T? Find<T>(StoreKey key, Func<StoreFolder, byte[], T?> read)
        where T : class
    {
        foreach (var folder in _folders)
        {
            if (folder.Find(key) is { } bytes)
            {
                if (read(folder, bytes) is { } found)
                {
                    return found;
                }

                folder.Remove(key);
            }
        }

        return null;
    }

    private sealed record Unstored(StoreKey Key, SchemeCatalog Catalog);
}
