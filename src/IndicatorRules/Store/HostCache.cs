using System.Collections.Immutable;
using System.Text;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Scripting.Caching;

/// <summary>All that a host keeps between processes: images, and which files passed their schema. Safe on any thread.</summary>
/// <param name="Stores">Asked in this order; what is new goes into the last.</param>
internal sealed record HostCache(ImmutableArray<EntryStore> Stores)
{
    private const string Kind = "valid";

    // Empty but for their seals.
    private static readonly CacheBound Bound = new(Entries: 4096, Bytes: 4 * 1024 * 1024);

    /// <summary>The files of the shipped schemes among others are known to pass; null where nothing is kept.</summary>
    internal SchemaMemory? Memory => Stores.IsEmpty ? null : new(Passed, Pass);

    /// <summary>Why nothing is kept, where something should be.</summary>
    internal ImmutableArray<Diagnostic> Notices => [.. Stores.Select(s => s.Notice).OfType<Diagnostic>()];

    /// <summary>The cache that the options ask for.</summary>
    internal static HostCache Of(SchemeHostOptions options)
    {
        var stores = new List<EntryStore>();
        if (options.CacheDirectory is { } user)
        {
            if (options.PrecompiledDirectory is { } shipped)
            {
                stores.Add(EntryStore.OfTheProgram(shipped));
            }

            stores.Add(EntryStore.OfUser(user, options.Clock));
        }

        return new([.. stores]);
    }

    private bool Passed(string schema, string hash)
    {
        var key = Key(schema, hash);
        foreach (var store in Stores)
        {
            if (store.Find(key) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void Pass(string schema, string hash) => Stores[^1].Keep(Key(schema, hash), [], Bound);

    // The assembly carries the schemas, and names the version of the library that reads them.
    internal static CacheKey Key(string schema, string hash) => CacheKey.Of(
        Kind, Encoding.UTF8.GetBytes(schema), typeof(SchemaFile).Module.ModuleVersionId.ToByteArray(), Encoding.UTF8.GetBytes(hash));
}
