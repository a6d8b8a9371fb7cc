using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>The schemes in plugin folders. Immutable; thread-safe.</summary>
/// <remarks>A broken plugin does not affect others; its diagnostics are returned when it is requested.</remarks>
public sealed class SchemeCatalog
{
    private SchemeCatalog(ImmutableArray<CatalogEntry> entries, PluginScan scan, ImmutableArray<Diagnostic> diagnostics, LockFile? held)
    {
        Entries = entries;
        Scan = scan;
        Diagnostics = diagnostics;
        Lock = held;
    }

    /// <summary>The diagnostics of plugins that could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The id and version of each scheme, ordered.</summary>
    public IEnumerable<(string Id, SchemeVersion Version)> Available => Entries.Select(d => (d.Id, d.Version));

    /// <summary>The entries, ordered by id, highest version first.</summary>
    internal ImmutableArray<CatalogEntry> Entries { get; }

    /// <summary>The schemes without a fault on disk.</summary>
    internal IEnumerable<Scheme> Schemes => Entries.Select(e => e.Whole.Value).OfType<Scheme>();

    internal PluginScan Scan { get; }

    /// <summary>The lock file that the catalog is held to; null if there is none.</summary>
    internal LockFile? Lock { get; }

    /// <summary>Reads the plugins in directories.</summary>
    /// <param name="directories">Directories whose subfolders are plugins, or plugin folders themselves.</param>
    public static SchemeCatalog Discover(params IEnumerable<string> directories)
    {
        ArgumentNullException.ThrowIfNull(directories);
        return Of(PluginScan.Run(directories));
    }

    /// <summary>The catalog of a scan, held to a lock file if there is one.</summary>
    internal static SchemeCatalog Of(PluginScan scan, LockFile? held = null)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(scan.Diagnostics);
        bag.AddRange(scan.Plugins.SelectMany(p => p.Read.Diagnostics));
        var read = scan.Plugins.Select(p => p.Read.Value).OfType<SchemeDraft>().ToList();
        var broken = held is null ? [] : LockValidation.Run(held, read);
        bag.AddRange(broken);
        var unspoken = UnspokenScheme.In(bag.ToImmutable());
        var shelf = new DraftShelf(read.Where(d => held is null || held.Find(d.Id, d.Version) is not null), unspoken);
        foreach (var draft in shelf.Drafts)
        {
            shelf.ReportTwins(draft, [], bag);
        }

        var entries = shelf.Drafts.Select(d => new CatalogEntry(d, one => broken.IsEmpty ? Resolution.Of(one, shelf) : new(null, broken)));
        return new SchemeCatalog(InOrder(entries), scan, bag.ToImmutable(), held);
    }

    /// <summary>A catalog of the schemes in force, which may be older than the scan.</summary>
    internal static SchemeCatalog InForce(
        IEnumerable<CatalogEntry> entries, PluginScan scan, ImmutableArray<Diagnostic> diagnostics, LockFile? held) =>
        new(InOrder(entries), scan, diagnostics, held);

    /// <summary>A catalog of composed, valid schemes that are already ordered.</summary>
    internal static SchemeCatalog Composed(ImmutableArray<Scheme> schemes, List<string> folders) =>
        new([.. schemes.Select(s => new CatalogEntry(s))], PluginScan.Unread(folders), [], null);

    /// <summary>Resolves the highest version in a range, with its upper schemes.</summary>
    /// <param name="id">The scheme's id or title.</param>
    /// <param name="range">The accepted versions; null for any.</param>
    /// <param name="askedAt">The location of the request; the id by default.</param>
    public Result<Scheme> Resolve(string id, SchemeRange? range = null, Location? askedAt = null)
    {
        var bag = new DiagnosticBag();
        var titled = Titled(id);
        if (titled.Length > 1)
        {
            var ids = titled.Select(t => $"`{t}`").ToList();
            bag.Add(
                DiagnosticCatalog.FactsNameAmbiguous, askedAt ?? new Location(id), id,
                new(string.Join('、', ids), string.Join(", ", ids)));
            return new(null, bag.ToImmutable());
        }

        id = titled is [var only] ? only : id;
        if (Lock is { } held && !held.Schemes.Any(s => s.Id == id))
        {
            bag.Add(DiagnosticCatalog.NotLocked, askedAt ?? new Location(id), id, held.Name);
            return new(null, bag.ToImmutable());
        }

        if (Resolution.Choose(id, range, askedAt ?? new Location(id), this, bag) is not { } entry)
        {
            // If the scheme's folder could not be read, that is the cause to report.
            var missing = bag.ToImmutable();
            if (missing is [{ } lone] && lone.Id == DiagnosticCatalog.SchemeNotFound.Id && Broken(id) is { } file)
            {
                // Reported first, whatever its location.
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

    // The ids of the schemes with a title, unless the text is an id itself.
    private string[] Titled(string text) => Entries.Any(e => e.Id == text) ? []
        : [.. Entries.Where(e => FoldedName.Same(text, e.Title.Zh) || FoldedName.Same(text, e.Title.En)).Select(e => e.Id).Distinct()];

    // A broken plugin has no reliable id, so its folder's name is compared.
    private string? Broken(string id) => Others().Where(d => d.Severity == Severity.Error).Select(d => d.Location.File)
        .FirstOrDefault(file => Path.GetFileName(Path.GetDirectoryName(file)) == id);

    private static ImmutableArray<CatalogEntry> InOrder(IEnumerable<CatalogEntry> entries) =>
        [.. entries.OrderBy(e => e.Id, StringComparer.Ordinal).ThenByDescending(e => e.Version)];

    // Duplicates and contract mismatches are reported only when such a scheme is requested.
    private IEnumerable<Diagnostic> Others() =>
        Diagnostics.Where(d => d.Id != DiagnosticCatalog.DuplicateScheme.Id && d.Id != DiagnosticCatalog.ContractRange.Id);
}
