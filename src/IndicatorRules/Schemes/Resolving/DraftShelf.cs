using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>
/// All drafts that were read, one for each id and version; what stands twice or cannot be used is known. Safe on any thread.
/// </summary>
internal sealed class DraftShelf
{
    private readonly ILookup<Key, SchemeDraft> _copies;
    private readonly ILookup<string, SchemeDraft> _byId;
    private readonly ConcurrentDictionary<ComposedScheme.Key, Lazy<ComposedScheme>> _composed = [];

    internal DraftShelf(IEnumerable<SchemeDraft> read, IEnumerable<UnspokenScheme> unspoken)
    {
        Unspoken = [.. unspoken];
        All = [.. read];
        _copies = All.ToLookup(KeyOf);
        Drafts = [.. _copies.Select(copies => copies.First()).OrderByDescending(d => d.Version)];
        _byId = Drafts.ToLookup(d => d.Id, StringComparer.Ordinal);
    }

    /// <summary>As they were found, copies included.</summary>
    internal ImmutableArray<SchemeDraft> All { get; }

    /// <summary>The first of each id and version, highest version first.</summary>
    internal ImmutableArray<SchemeDraft> Drafts { get; }

    /// <summary>What is there for another contract.</summary>
    internal ImmutableArray<UnspokenScheme> Unspoken { get; }

    /// <summary>The versions of one scheme, highest first.</summary>
    internal IEnumerable<SchemeDraft> Versions(string id) => _byId[id];

    /// <summary>A draft made whole with upper schemes; composed once, however many lineages it stands in.</summary>
    internal ComposedScheme Compose(SchemeDraft draft, ImmutableArray<Scheme> uppers) => _composed.GetOrAdd(
        new(draft, uppers), static key => new(() => ComposedScheme.Of(key.Draft, key.Uppers))).Value;

    /// <summary>Tells where else a draft stands, if anywhere.</summary>
    /// <param name="draft">One of <see cref="Drafts"/>.</param>
    /// <param name="asks">Who asks for it; empty when it is asked for from outside.</param>
    /// <param name="bag">Where it is told.</param>
    internal void TellTwins(SchemeDraft draft, IEnumerable<UpperRequest> asks, DiagnosticBag bag)
    {
        foreach (var twin in _copies[KeyOf(draft)].Skip(1))
        {
            bag.Add(
                DiagnosticCatalog.DuplicateScheme, twin.Locations.At("id"), twin.Id, $"{twin.Version}", draft.Folder, twin.Folder,
                UpperRequest.Aside(asks));
        }
    }

    private static Key KeyOf(SchemeDraft draft) => new(draft.Id, draft.Version);

    private sealed record Key(string Id, NuGetVersion Version);
}
