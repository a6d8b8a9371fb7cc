using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>The schemes found in plugin folders: discovered, never registered. Immutable; safe on any thread.</summary>
/// <remarks>A broken plugin is no obstacle to the others; its diagnostics come when it is asked for.</remarks>
public sealed class SchemeCatalog
{
    private SchemeCatalog(ImmutableArray<CatalogEntry> entries, PluginScan scan, ImmutableArray<Diagnostic> diagnostics, LockFile? held)
    {
        Entries = entries;
        Scan = scan;
        Diagnostics = diagnostics;
        Lock = held;
    }

    /// <summary>What is wrong with plugins that could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Each scheme's id and version, in order.</summary>
    public IEnumerable<(string Id, NuGetVersion Version)> Available => Entries.Select(d => (d.Id, d.Version));

    /// <summary>By id, highest version first.</summary>
    internal ImmutableArray<CatalogEntry> Entries { get; }

    internal PluginScan Scan { get; }

    /// <summary>What the catalog is held to; null when nothing.</summary>
    internal LockFile? Lock { get; }

    /// <summary>Reads every plugin directly under the given directories.</summary>
    /// <param name="directories">Directories whose subfolders are plugins; a plugin's own folder will do too.</param>
    public static SchemeCatalog Discover(params IEnumerable<string> directories)
    {
        ArgumentNullException.ThrowIfNull(directories);
        return Of(PluginScan.Run(directories));
    }

    /// <summary>The catalog of what was read, held to a lock where there is one.</summary>
    internal static SchemeCatalog Of(PluginScan scan, LockFile? held = null)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(scan.Diagnostics);
        bag.AddRange(scan.Plugins.SelectMany(p => p.Read.Diagnostics));
        var read = scan.Plugins.Select(p => p.Read.Value).OfType<SchemeDraft>().ToList();
        var broken = held is null ? [] : LockValidation.Run(held, read);
        bag.AddRange(broken);
        var shelf = new DraftShelf(read.Where(d => held is null || held.Find(d.Id, d.Version) is not null), UnspokenScheme.In(bag.ToImmutable()));
        foreach (var draft in shelf.Drafts)
        {
            shelf.TellTwins(draft, [], bag);
        }

        var entries = shelf.Drafts.Select(d => new CatalogEntry(d, one => broken.IsEmpty ? Resolution.Of(one, shelf) : new(null, broken)));
        return new SchemeCatalog(InOrder(entries), scan, bag.ToImmutable(), held);
    }

    /// <summary>A catalog of what is in force, which may lag behind what was read.</summary>
    internal static SchemeCatalog InForce(IEnumerable<CatalogEntry> entries, PluginScan scan, ImmutableArray<Diagnostic> diagnostics, LockFile? held) =>
        new(InOrder(entries), scan, diagnostics, held);

    /// <summary>A catalog of composed schemes without a fault, in its order.</summary>
    internal static SchemeCatalog Composed(ImmutableArray<Scheme> schemes, List<string> folders) =>
        new([.. schemes.Select(s => new CatalogEntry(s))], PluginScan.Unread(folders), [], null);

    /// <summary>The highest version in a range, with its upper schemes found and its indicators composed.</summary>
    /// <param name="id">The scheme's id.</param>
    /// <param name="range">The versions that will do; null for any.</param>
    /// <param name="askedAt">Where it is asked for; the id itself by default.</param>
    public Result<Scheme> Resolve(string id, SchemeRange? range = null, Location? askedAt = null)
    {
        var bag = new DiagnosticBag();
        if (Lock is { } held && !held.Schemes.Any(s => s.Id == id))
        {
            bag.Add(DiagnosticCatalog.NotLocked, askedAt ?? new Location(id), id, held.Name);
            return new(null, bag.ToImmutable());
        }

        if (Resolution.Choose(id, range, askedAt ?? new Location(id), this, bag) is not { } entry)
        {
            // The scheme may be missing because its folder could not be read: that is then the news.
            var missing = bag.ToImmutable();
            if (missing is [{ } only] && only.Id == DiagnosticCatalog.SchemeNotFound.Id && Broken(id) is { } file)
            {
                // First of all, wherever it is asked for.
                return new(null, [new Diagnostic(DiagnosticCatalog.SchemeBroken, askedAt ?? new Location(id), [id, file]), .. Others()]);
            }

            bag.AddRange(Others());
            return new(null, bag.ToImmutable());
        }

        if (entry.Whole.Succeeded)
        {
            return entry.Whole;
        }

        bag.AddRange(entry.Whole.Diagnostics);
        if (entry.Whole.Diagnostics.Any(d => d.Id == DiagnosticCatalog.SchemeNotFound.Id || d.Id == DiagnosticCatalog.NoVersionInRange.Id))
        {
            // An upper scheme may be missing because its folder could not be read.
            bag.AddRange(Others());
        }

        return new(null, bag.ToImmutable());
    }

    // A plugin whose file is wrong has no id that could be believed; its folder bears it all the same.
    private string? Broken(string id) => Others().Where(d => d.Severity == Severity.Error).Select(d => d.Location.File)
        .FirstOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == id);

    private static ImmutableArray<CatalogEntry> InOrder(IEnumerable<CatalogEntry> entries) =>
        [.. entries.OrderBy(e => e.Id, StringComparer.Ordinal).ThenByDescending(e => e.Version)];

    // What stands twice or speaks another contract is told with who needs it, and only then.
    private IEnumerable<Diagnostic> Others() =>
        Diagnostics.Where(d => d.Id != DiagnosticCatalog.DuplicateScheme.Id && d.Id != DiagnosticCatalog.ContractRange.Id);
}
