using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Makes one scheme whole, with all that it rests on.</summary>
internal sealed class Resolution
{
    private readonly IReadOnlyDictionary<string, SchemeDraft> _chosen;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<string, Scheme?> _done = new(StringComparer.Ordinal);

    private Resolution(IReadOnlyDictionary<string, SchemeDraft> chosen, DiagnosticBag bag)
    {
        _chosen = chosen;
        _bag = bag;
    }

    /// <summary>The scheme of a draft, its upper schemes taken from the drafts that there are.</summary>
    internal static Result<Scheme> Of(SchemeDraft draft, DraftShelf shelf)
    {
        var bag = new DiagnosticBag();
        var scheme = new VersionChoice(draft, shelf, bag).Run() is { } chosen ? new Resolution(chosen, bag).Compose(draft) : null;
        return Result<Scheme>.From(bag, () => scheme!);
    }

    /// <summary>The version that somebody outside asks for; null when there is none, which is then told.</summary>
    internal static CatalogEntry? Choose(string id, SchemeRange? range, Location at, SchemeCatalog catalog, DiagnosticBag bag)
    {
        // A prerelease is chosen only where the range asks for one, or nothing else is there.
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
        string id, SchemeRange? range, Location at, IEnumerable<BaseAsk> asks, IEnumerable<(string Id, NuGetVersion Version)> there,
        IEnumerable<UnspokenScheme> unspoken, DiagnosticBag bag)
    {
        var aside = BaseAsk.Aside(asks);
        if (unspoken.Where(u => u.Id == id && range?.Contains(u.Version) != false).MaxBy(u => u.Version) is { } foreign)
        {
            bag.AddRange([foreign.For(aside)]);
            return;
        }

        var all = there.ToList();
        var versions = all.Where(t => t.Id == id).Select(t => $"{t.Version}").ToList();
        if (versions.Count == 0)
        {
            bag.AddWithSuggestion(DiagnosticCatalog.SchemeNotFound, at, Nearest.To(id, all.Select(t => t.Id).Distinct()), id, aside);
        }
        else
        {
            bag.Add(DiagnosticCatalog.NoVersionInRange, at, id, range!.Text, string.Join(", ", versions), aside);
        }
    }

    private Scheme? Compose(SchemeDraft draft)
    {
        if (!_done.TryGetValue(draft.Id, out var scheme))
        {
            var bases = draft.Extends.Select(e => Compose(_chosen[e.Id])).ToList();
            _done[draft.Id] = scheme = bases.Contains(null) ? null : new SchemeComposer(draft, [.. bases.OfType<Scheme>()], _bag).Compose();
        }

        return scheme;
    }
}
