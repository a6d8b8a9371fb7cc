using System.Runtime.InteropServices;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Keeping;

/// <summary>
/// A catalog without a fault, with all its schemes composed ↔ bytes: whoever finds the same files again need not read them.
/// </summary>
internal static class KeptCatalog
{
    /// <summary>
    /// What to keep of a catalog; null where anything is wrong with it, since that must be told from the files each time.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="requestName">Names what the compiler is asked for a scheme.</param>
    /// <param name="most">
    /// The most bytes of all scheme.json together. Of more, nothing is kept: not even composed, which takes a request for one scheme many
    /// times its own time.
    /// </param>
    internal static byte[]? Write(SchemeCatalog catalog, Func<Scheme, string> requestName, long most = long.MaxValue)
    {
        if (catalog.Scan.Plugins.Sum(p => p.Read.Value?.Content.SchemeBytes ?? 0L) > most)
        {
            return null;
        }

        if (!catalog.Diagnostics.IsEmpty || catalog.Lock is not null || !catalog.Entries.All(e => e.Whole is { Succeeded: true, Diagnostics.IsEmpty: true }))
        {
            return null;
        }

        var folders = catalog.Scan.Plugins.Select(p => p.Folder).ToList();
        var to = new KeptWriter(folders);
        var all = new List<Scheme>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var scheme in catalog.Entries.SelectMany(e => e.Whole.Value!.Lineage()))
        {
            // The same scheme may rest on another version of its upper ones in another lineage.
            if (places.TryAdd(scheme.LineageKey(), all.Count))
            {
                all.Add(scheme);
            }
        }

        to.Number(all.Count);
        foreach (var scheme in all)
        {
            to.Word(scheme.Id);
            to.Word(scheme.Version.OriginalVersion ?? scheme.Version.ToFullString());
            to.Number(folders.IndexOf(scheme.Folder));
            to.Word(scheme.Hash);
            to.Word(requestName(scheme));
            to.Number(scheme.Uppers.Length);
            foreach (var upper in scheme.Uppers)
            {
                to.Number(places[upper.LineageKey()]);
            }

            new KeptSchemeWriter(to).Write(scheme);
        }

        to.Number(catalog.Entries.Length);
        foreach (var entry in catalog.Entries)
        {
            to.Number(places[entry.Whole.Value!.LineageKey()]);
        }

        return to.ToArray();
    }

    /// <summary>The catalog that was kept, its plugins now in these folders, in the same order.</summary>
    /// <param name="bytes">What was written.</param>
    /// <param name="folders">The folders, whose files are those that it was made of.</param>
    internal static SchemeCatalog Read(byte[] bytes, IReadOnlyList<string> folders)
    {
        var from = new KeptReader(bytes, folders);
        var schemes = new Scheme[from.Number()];
        for (var i = 0; i < schemes.Length; i++)
        {
            var (id, version, folder, hash, request) = (from.Word(), NuGetVersion.Parse(from.Word()), folders[from.Number()], from.Word(), from.Word());
            var uppers = new Scheme[from.Number()];
            for (var b = 0; b < uppers.Length; b++)
            {
                uppers[b] = schemes[from.Number()];
            }

            schemes[i] = new KeptSchemeReader(from).Read(id, version, ImmutableCollectionsMarshal.AsImmutableArray(uppers), folder, hash, request);
        }

        var entries = new CatalogEntry[from.Number()];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new CatalogEntry(schemes[from.Number()]);
        }

        return SchemeCatalog.Kept(ImmutableCollectionsMarshal.AsImmutableArray(entries), PluginScan.Unread(folders));
    }
}
