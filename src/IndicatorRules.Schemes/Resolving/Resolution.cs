using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>One search for a scheme and all that it rests on.</summary>
internal sealed class Resolution(ImmutableArray<SchemeDraft> drafts, DiagnosticBag bag)
{
    private readonly Dictionary<SchemeDraft, Scheme?> _done = [];

    internal Scheme? Find(string id, SchemeRange? range, Location at, ImmutableArray<string> askedBy)
    {
        var chain = string.Join(" → ", askedBy.Add(id));
        var versions = drafts.Where(d => d.Id == id).ToList();
        if (versions.Count == 0)
        {
            bag.AddWithSuggestion(DiagnosticCatalog.SchemeNotFound, at, Nearest.To(id, drafts.Select(d => d.Id).Distinct()), id, chain);
            return null;
        }

        // Drafts stand highest first; a prerelease is chosen by range only where the range asks for one.
        var chosen = range is null
            ? versions.Find(d => !d.Version.IsPrerelease) ?? versions[0]
            : versions.Find(d => range.Contains(d.Version));
        if (chosen is null)
        {
            var there = string.Join(", ", versions.Select(d => $"{d.Version}"));
            bag.Add(DiagnosticCatalog.NoVersionInRange, at, id, range!.Text, there, chain);
            return null;
        }

        if (askedBy.Contains(id))
        {
            bag.Add(DiagnosticCatalog.Cycle, at, chain);
            return null;
        }

        if (!_done.TryGetValue(chosen, out var scheme))
        {
            _done[chosen] = scheme = Compose(chosen, askedBy.Add(id));
        }

        return scheme;
    }

    private Scheme? Compose(SchemeDraft draft, ImmutableArray<string> chain)
    {
        var bases = draft.Extends.Select(e => Find(e.Id, e.Range, e.Location, chain)).ToList();
        return bases.Contains(null) ? null : new SchemeComposer(draft, [.. bases.OfType<Scheme>()], bag).Compose();
    }
}
