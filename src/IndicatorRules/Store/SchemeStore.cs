using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Keeping;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Catalogs with all their schemes composed, kept under what their plugins' folders hold. Safe on any thread.</summary>
internal sealed class CatalogStore(ImmutableArray<EntryStore> stores)
{
    private const string Kind = "catalog";

    private static readonly CacheBound Bound = new(Entries: 64, Bytes: 16 * 1024 * 1024);

    /// <summary>
    /// Covers all that decides a catalog: names and content of what schemes are read from, folder after folder, and this program. Where
    /// the folders stand is no part of it. Null where nothing is kept or the folders cannot be read now.
    /// </summary>
    internal CacheKey? KeyOf(IReadOnlyList<string> folders)
    {
        if (stores.IsEmpty || folders.Count == 0)
        {
            return null;
        }

        var parts = new List<byte[]>
        {
            typeof(Verdict).Module.ModuleVersionId.ToByteArray(),
            typeof(Scheme).Module.ModuleVersionId.ToByteArray(),
        };
        foreach (var folder in folders)
        {
            if (PluginFingerprint.Of(folder) is not { } fingerprint)
            {
                return null;
            }

            parts.Add(Encoding.ASCII.GetBytes(fingerprint));
        }

        return CacheKey.Of(Kind, [.. parts]);
    }

    /// <summary>The catalog that was kept; null when none was.</summary>
    internal SchemeCatalog? Find(CacheKey key, IReadOnlyList<string> folders)
    {
        foreach (var store in stores)
        {
            if (store.Find(key) is { } kept)
            {
                return KeptCatalog.Read(kept.ToArray(), folders);
            }
        }

        return null;
    }

    /// <summary>Keeps a catalog that has no fault, unless its files have changed since the key was taken.</summary>
    internal void Keep(CacheKey key, SchemeCatalog catalog, RuleImages images)
    {
        if (KeptCatalog.Write(catalog, images.NameOf, EntryStore.MostBytes) is { } bytes && KeyOf([.. catalog.Scan.Plugins.Select(p => p.Folder)])?.FileName == key.FileName)
        {
            stores[^1].Keep(key, bytes, Bound);
        }
    }
}
