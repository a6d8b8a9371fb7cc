using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Chooses one version of each upper scheme for a whole lineage: the highest that all references accept.</summary>
/// <remarks>Without backtracking: references of the chosen versions are collected and versions chosen again until nothing
/// changes.</remarks>
internal sealed class VersionChoice(SchemeDraft root, DraftShelf shelf, DiagnosticBag bag)
{
    // Each round settles at least one more scheme, unless the references oscillate.
    private const int MostRounds = LineageCaps.Schemes;

    private Dictionary<string, SchemeDraft> _chosen = new(StringComparer.Ordinal) { [root.Id] = root };
    private ImmutableArray<string>? _tooLong;

    /// <summary>The choice by id, including the root; null, with diagnostics, if there is none.</summary>
    internal IReadOnlyDictionary<string, SchemeDraft>? Run()
    {
        var asks = new List<UpperRequest>();
        for (var round = 0; round <= Math.Min(shelf.Drafts.Length, MostRounds); round++)
        {
            asks.Clear();
            Walk(root, [root.Id], new(StringComparer.Ordinal) { root.Id }, asks);
            if (_tooLong is { } chain)
            {
                var through = root.Extends.First(e => e.Id == chain[1]).Location;
                bag.Add(DiagnosticCatalog.LineageTooLong, through, root.Id, $"{LineageCaps.Schemes}", UpperRequest.Shown(chain));
                return null;
            }

            var next = Settled(asks);
            if (next.Count == _chosen.Count && next.All(n => _chosen.GetValueOrDefault(n.Key) == n.Value))
            {
                // Reported at the end only, since earlier rounds may include references of versions that are not chosen.
                Report(asks);
                return bag.HasErrors ? null : next;
            }

            _chosen = next;
        }

        // The references oscillate.
        Conflict(asks);
        return null;
    }

    private void Walk(SchemeDraft draft, ImmutableArray<string> chain, HashSet<string> walked, List<UpperRequest> asks)
    {
        foreach (var upper in draft.Extends)
        {
            var ask = new UpperRequest(upper, chain);
            asks.Add(ask);
            var next = _chosen.GetValueOrDefault(upper.Id) ?? shelf.Versions(upper.Id).FirstOrDefault(d => upper.Range.Contains(d.Version));
            if (_tooLong is not null || ask.Closes || next is null || !walked.Add(upper.Id))
            {
                continue;
            }

            if (walked.Count > LineageCaps.Schemes)
            {
                _tooLong = chain.Add(upper.Id);
                return;
            }

            Walk(next, chain.Add(upper.Id), walked, asks);
        }
    }

    private Dictionary<string, SchemeDraft> Settled(List<UpperRequest> asks)
    {
        var next = new Dictionary<string, SchemeDraft>(StringComparer.Ordinal) { [root.Id] = root };
        foreach (var same in asks.Where(a => !a.Closes).GroupBy(a => a.Upper.Id))
        {
            if (shelf.Versions(same.Key).FirstOrDefault(d => same.All(a => a.Upper.Range.Contains(d.Version))) is { } chosen)
            {
                next[same.Key] = chosen;
            }
        }

        return next;
    }

    private void Report(List<UpperRequest> asks)
    {
        // One cycle is enough to report: schemes that all extend each other form thousands.
        if (asks.Find(a => a.Closes) is { } circle)
        {
            bag.Add(DiagnosticCatalog.Cycle, circle.Upper.Location, circle.Chain);
        }

        foreach (var draft in _chosen.Values)
        {
            shelf.ReportTwins(draft, asks.Where(a => a.Upper.Id == draft.Id && !a.Closes), bag);
        }

        foreach (var same in asks.Where(a => !a.Closes && !_chosen.ContainsKey(a.Upper.Id)).GroupBy(a => a.Upper.Id))
        {
            Refuse([.. same], [.. shelf.Versions(same.Key)]);
        }
    }

    private void Refuse(List<UpperRequest> asks, List<SchemeDraft> versions)
    {
        var alone = asks.Where(a => !versions.Exists(d => a.Upper.Range.Contains(d.Version))).ToList();
        foreach (var ask in alone)
        {
            Resolution.Missing(
                ask.Upper.Id, ask.Upper.Range, ask.Upper.Location, [ask], shelf.Drafts.Select(d => (d.Id, d.Version)), shelf.Unspoken, bag);
        }

        if (alone.Count == 0)
        {
            Conflict(asks);
        }
    }

    private void Conflict(List<UpperRequest> asks)
    {
        bag.Add(DiagnosticCatalog.VersionConflict, asks[^1].Upper.Location, asks[^1].Upper.Id, UpperRequest.Listed(asks));
    }
}
