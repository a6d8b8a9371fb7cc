using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>One version of each upper scheme for a whole lineage: the highest that everyone who asks for it accepts.</summary>
/// <remarks>There is no backtracking: who asks for what follows from the versions already taken, until nothing changes.</remarks>
internal sealed class VersionChoice(SchemeDraft root, DraftShelf shelf, DiagnosticBag bag)
{
    // Each round settles at least one scheme more, unless the demands chase one another.
    private const int MostRounds = LineageCaps.Schemes;

    private Dictionary<string, SchemeDraft> _chosen = new(StringComparer.Ordinal) { [root.Id] = root };
    private ImmutableArray<string>? _tooLong;

    /// <summary>By id, the root included; null when there is no such choice, which is then told.</summary>
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
                // Only now: what an earlier round missed may have been asked for by a version that is not taken.
                Report(asks);
                return bag.HasErrors ? null : next;
            }

            _chosen = next;
        }

        // The demands chase one another round and round.
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
        // One is enough to break the first link by: schemes that all extend each other make circles by the thousand.
        if (asks.Find(a => a.Closes) is { } circle)
        {
            bag.Add(DiagnosticCatalog.Cycle, circle.Upper.Location, circle.Chain);
        }

        foreach (var draft in _chosen.Values)
        {
            shelf.TellTwins(draft, asks.Where(a => a.Upper.Id == draft.Id && !a.Closes), bag);
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
            Resolution.Missing(ask.Upper.Id, ask.Upper.Range, ask.Upper.Location, [ask], shelf.Drafts.Select(d => (d.Id, d.Version)), shelf.Unspoken, bag);
        }

        if (alone.Count == 0)
        {
            Conflict(asks);
        }
    }

    private void Conflict(List<UpperRequest> asks)
    {
        bag.Add(DiagnosticCatalog.VersionConflict, asks[^1].Upper.Location, asks[^1].Upper.Id, UpperRequest.Told(asks));
    }
}
