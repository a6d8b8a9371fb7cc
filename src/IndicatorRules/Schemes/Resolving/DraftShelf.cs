using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>All drafts, one for each id and version, with their duplicates. Thread-safe.</summary>
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

    /// <summary>All drafts as found, including duplicates.</summary>
    internal ImmutableArray<SchemeDraft> All { get; }

    /// <summary>The first draft of each id and version, highest version first.</summary>
    internal ImmutableArray<SchemeDraft> Drafts { get; }

    /// <summary>The schemes that need another version of the contract.</summary>
    internal ImmutableArray<UnspokenScheme> Unspoken { get; }

    /// <summary>The versions of a scheme, highest first.</summary>
    internal IEnumerable<SchemeDraft> Versions(string id) => _byId[id];

    /// <summary>Composes a draft with upper schemes. Compositions are cached, since a draft may be in many lineages.</summary>
    internal ComposedScheme Compose(SchemeDraft draft, ImmutableArray<Scheme> uppers) => _composed.GetOrAdd(
        new(draft, uppers), static key => new(() => ComposedScheme.Of(key.Draft, key.Uppers))).Value;

    /// <summary>Reports the duplicates of a draft.</summary>
    /// <param name="draft">One of <see cref="Drafts"/>.</param>
    /// <param name="asks">The references to it; empty if it is requested from outside.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    internal void ReportTwins(SchemeDraft draft, IEnumerable<UpperRequest> asks, DiagnosticBag bag)
    {
        foreach (var twin in _copies[KeyOf(draft)].Skip(1))
        {
            bag.Add(
                DiagnosticCatalog.DuplicateScheme, twin.Locations.At("id"), twin.Id, $"{twin.Version}", draft.Folder, twin.Folder,
                UpperRequest.Aside(asks));
        }
    }

    private static Key KeyOf(SchemeDraft draft) => new(draft.Id, draft.Version);

    private sealed record Key(string Id, SchemeVersion Version);
}
