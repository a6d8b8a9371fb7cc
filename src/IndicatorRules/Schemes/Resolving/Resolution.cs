using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Resolves a scheme with its lineage.</summary>
internal sealed class Resolution
{
    private readonly IReadOnlyDictionary<string, SchemeDraft> _chosen;
    private readonly DraftShelf _shelf;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, Scheme?> _done = new(StringComparer.Ordinal);
    private readonly List<string> _chain = [];
    private int _figures;

    private Resolution(IReadOnlyDictionary<string, SchemeDraft> chosen, DraftShelf shelf, DiagnosticBag bag)
    {
        _chosen = chosen;
        _shelf = shelf;
        _bag = bag;
    }

    /// <summary>The scheme of a draft, with its upper schemes from the shelf.</summary>
    internal static Result<Scheme> Of(SchemeDraft draft, DraftShelf shelf)
    {
        var bag = new DiagnosticBag();
        var chosen = new VersionChoice(draft, shelf, bag).Run();
        var scheme = chosen is null ? null : new Resolution(chosen, shelf, bag).Compose(draft);
        if (!bag.HasErrors && SchemeView.Of(scheme!, LineageCaps.Views).Count > LineageCaps.Views)
        {
            var chain = UpperRequest.Shown([.. scheme!.Lineage().Reverse().Select(s => s.Id)]);
            bag.Add(DiagnosticCatalog.LineageRenames, draft.Locations.At("extends"), draft.Id, $"{LineageCaps.Views}", chain);
        }

        return bag.ToResult<Scheme>(() => scheme!);
    }

    /// <summary>The version that a caller requests; null, with a diagnostic, if there is none.</summary>
    internal static CatalogEntry? Choose(string id, SchemeRange? range, Location at, SchemeCatalog catalog, DiagnosticBag bag)
    {
        // Prereleases are chosen only if the range allows them or there is nothing else.
        var versions = catalog.Entries.Where(e => e.Id == id).ToList();
        var chosen = range is null
            ? versions.Find(e => !e.Version.IsPrerelease) ?? versions.FirstOrDefault()
            : versions.Find(e => range.Contains(e.Version));
        if (chosen is null)
        {
            Missing(id, range, at, [], catalog.Available, UnspokenScheme.In(catalog.Diagnostics), bag);
        }

        return chosen;
    }

    internal static void Missing(
        string id, SchemeRange? range, Location at, IEnumerable<UpperRequest> asks, IEnumerable<(string Id, SchemeVersion Version)> there,
        IEnumerable<UnspokenScheme> unspoken, DiagnosticBag bag)
    {
        var aside = UpperRequest.Aside(asks);
        if (unspoken.Where(u => u.Id == id && range?.Contains(u.Version) != false).MaxBy(u => u.Version) is { } foreign)
        {
            bag.AddRange([foreign.For(aside)]);
            return;
        }

        var all = there.ToList();
        var versions = all.Where(t => t.Id == id).Select(t => $"{t.Version}").ToList();
        if (versions.Count == 0)
        {
            bag.AddWithSuggestion(DiagnosticCatalog.SchemeNotFound, at, bag.Guess(id, all.Select(t => t.Id).Distinct()), id, aside);
        }
        else
        {
            bag.Add(DiagnosticCatalog.NoVersionInRange, at, id, range!.Text, string.Join(", ", versions), aside);
        }
    }

    private Scheme? Compose(SchemeDraft draft)
    {
        if (_done.TryGetValue(draft.Id, out var known))
        {
            return known;
        }

        _chain.Add(draft.Id);
        var uppers = draft.Extends.Select(e => Compose(_chosen[e.Id])).ToList();
        var scheme = uppers.Contains(null) ? null : Compose(draft, [.. uppers.OfType<Scheme>()]);
        _chain.RemoveAt(_chain.Count - 1);
        return _done[draft.Id] = scheme;
    }

    private Scheme? Compose(SchemeDraft draft, ImmutableArray<Scheme> uppers)
    {
        if (_figures > LineageCaps.Figures)
        {
            return null;
        }

        var composed = _shelf.Compose(draft, uppers);
        _bag.AddRange(composed.Diagnostics);
        _figures += composed.Scheme.Indicators.Sum(i => 1 + i.Items.Length);
        if (_figures <= LineageCaps.Figures)
        {
            return composed.Scheme;
        }

        var at = draft.Locations.At("indicators");
        _bag.Add(DiagnosticCatalog.LineageTooManyFigures, at, _chain[0], $"{LineageCaps.Figures}", UpperRequest.Shown(_chain));
        return null;
    }
}
