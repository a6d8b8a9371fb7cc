using System.Collections.Immutable;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;

namespace IndicatorRules.Reloading;

/// <summary>The state in force and the content of the disk → the next state. One thread at a time; used once.</summary>
internal sealed class StateChange(HostState current, SchemeLoader loader, CancellationToken cancellationToken)
{
    private readonly DiagnosticBag _bag = new();
    private readonly List<CatalogEntry> _next = [];
    private readonly List<SchemeChange> _changes = [];
    private readonly HashSet<(string Id, SchemeVersion Version)> _refused = [];
    private bool _mayPass;
    private readonly List<(Scheme Scheme, CompiledScheme Compiled)> _compiled = [];

    /// <summary>Whether the disk changed; rejected schemes may be retried without that.</summary>
    internal bool IsOfTheDisk { get; private set; }

    /// <summary>The next state; null when nothing changed.</summary>
    internal HostState? Make(IEnumerable<string> directories)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var scan = current.Catalog.Scan.Again(directories);
        IsOfTheDisk = !ReferenceEquals(scan, current.Catalog.Scan);
        if (!IsOfTheDisk && !current.Unsettled)
        {
            return null;
        }

        var disk = SchemeCatalog.Of(scan, current.Catalog.Lock);
        _bag.AddRange(disk.Diagnostics);
        foreach (var entry in disk.Entries)
        {
            Take(entry, disk);
        }

        foreach (var old in current.Catalog.Entries.Where(o => !_next.Exists(n => Names(n, o))).ToList())
        {
            Miss(old, disk);
        }

        var next = new HostState(SchemeCatalog.InForce(_next, scan, _bag.ToImmutable(), current.Catalog.Lock), loader, _refused, _mayPass);
        _compiled.ForEach(c => next.Keep(c.Compiled, c.Scheme));
        return next;
    }

    internal RefreshReport Report() => new(
        [.. _changes.OrderBy(c => c.Id, StringComparer.Ordinal).ThenBy(c => c.Version)],
        _bag.ToImmutable());

    private void Take(CatalogEntry entry, SchemeCatalog disk)
    {
        var old = current.Catalog.Entries.FirstOrDefault(o => Names(o, entry));
        if (old is not null && old.Same(entry))
        {
            Keep(old);
            return;
        }

        if (Works(entry, _bag))
        {
            _next.Add(entry);
            Note(entry, old is null ? SchemeChangeKind.Added : SchemeChangeKind.Replaced);
        }
        else if ((old ?? Before(entry, disk)) is { } good && Works(good, new DiagnosticBag()))
        {
            _next.Add(good);
            Note(good, SchemeChangeKind.Refused);
        }
        else if (old is not null || current.Catalog.Entries.All(o => o.Id != entry.Id))
        {
            // Without an earlier version to keep, a request for the scheme reports its faults.
            _next.Add(entry);
            _refused.Add((entry.Id, entry.Version));
        }
        else
        {
            Note(entry, SchemeChangeKind.Refused);
        }
    }

    // No folder on disk has the entry: its folder is gone, or cannot be read now.
    private void Miss(CatalogEntry old, SchemeCatalog disk)
    {
        if (disk.Scan.Plugins.Any(p => p.Folder == old.Folder && !p.Read.Succeeded) && Works(old, new DiagnosticBag()))
        {
            _next.Add(old);
            Note(old, SchemeChangeKind.Refused);
        }
        else
        {
            Note(old, SchemeChangeKind.Withdrawn);
        }
    }

    // The scheme that the folder had under another id or version.
    private CatalogEntry? Before(CatalogEntry entry, SchemeCatalog disk) =>
        current.Catalog.Entries.FirstOrDefault(o => o.Folder == entry.Folder && !disk.Entries.Any(d => Names(d, o)));

    // In force and unchanged on disk; retried when it did not work, or when the disk had something else at the last refresh.
    private void Keep(CatalogEntry old)
    {
        _next.Add(old);
        if (current.Refuses(old.Id, old.Version))
        {
            if (Works(old, _bag))
            {
                Note(old, SchemeChangeKind.Recovered);
            }
            else
            {
                _refused.Add((old.Id, old.Version));
            }
        }
        else if (current.Find(old.Whole.Value!) is { } ready)
        {
            _compiled.Add((old.Whole.Value!, ready));
        }
    }

    private bool Works(CatalogEntry entry, DiagnosticBag bag)
    {
        if (entry.Whole.Value is not { } scheme)
        {
            bag.AddRange(entry.Whole.Diagnostics);
            return false;
        }

        var compiled = current.Find(scheme) is { } ready ? new(ready, [])
            : InputFault.Guard(Path.Combine(scheme.Folder, "scheme.json"), () => loader.Load(scheme, cancellationToken));
        bag.AddRange(compiled.Diagnostics);
        _mayPass |= compiled.Diagnostics.Any(MayPass);
        if (compiled.Value is { } works)
        {
            _compiled.Add((scheme, works));
        }

        return compiled.Succeeded;
    }

    private void Note(CatalogEntry entry, SchemeChangeKind kind)
    {
        _changes.Add(new(entry.Id, entry.Version, kind));
        if (kind == SchemeChangeKind.Refused)
        {
            _refused.Add((entry.Id, entry.Version));
        }
    }

    private static bool Names(CatalogEntry one, CatalogEntry other) => one.Id == other.Id && one.Version == other.Version;

    // Faults that may pass without a change on disk: the worker's, the machine's, or ours.
    private static bool MayPass(Diagnostic diagnostic) => diagnostic.Id == DiagnosticCatalog.CompilerFailed.Id
        || diagnostic.Id == DiagnosticCatalog.SchemeQuarantined.Id || diagnostic.Id == DiagnosticCatalog.Internal.Id;
}
