using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting.Caching;

namespace IndicatorRules.Hosting;

/// <summary>
/// What a host opens with: the catalog that was kept of the very same files, or else one that is read from them. Safe on any thread.
/// </summary>
internal sealed class FirstCatalog(SchemeHostOptions options, HostCache cache, RuleImages images)
{
    private readonly CatalogStore _store = new(cache.Stores);
    private Unkept? _unkept;

    internal SchemeCatalog Open()
    {
        var bag = new DiagnosticBag();
        var folders = PluginScan.Folders(options.PluginDirectories, bag);
        // What is wrong with a directory is told by reading it; what is held to a lock is compared with it, draft by draft.
        var key = options.Lock is null && bag.ToImmutable().IsEmpty ? _store.KeyOf(folders) : null;
        if (key is not null && _store.Find(key, folders) is { } kept)
        {
            return kept;
        }

        var read = SchemeCatalog.Of(PluginScan.Read(folders, bag, cache.Memory), options.Lock);
        _unkept = key is null ? null : new Unkept(key, read);
        return read;
    }

    /// <summary>Keeps the catalog for the next process, once, and unless another is in force by now.</summary>
    internal void Keep(SchemeCatalog catalog)
    {
        if (_unkept is not null && Interlocked.Exchange(ref _unkept, null) is { } unkept && unkept.Catalog == catalog)
        {
            _store.Keep(unkept.Key, catalog, images);
        }
    }

    private sealed record Unkept(CacheKey Key, SchemeCatalog Catalog);
}
