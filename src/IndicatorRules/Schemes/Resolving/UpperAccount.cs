using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Accounts for every indicator of every upper scheme: it must be taken over once or left out with a reason.</summary>
internal sealed class UpperAccount(SchemeDraft draft, ImmutableArray<Scheme> uppers, DiagnosticBag bag)
{
    private readonly ImmutableArray<LeftOut> _leftOut = [.. draft.Extends.SelectMany(e => e.LeftOut)];
    private readonly HashSet<UpperIndicator> _isLeftOut = [.. draft.Extends.SelectMany(e => e.LeftOut).Select(l => l.Upper)];
    private readonly Dictionary<string, Scheme> _uppers = uppers.ToDictionary(b => b.Id, StringComparer.Ordinal);

    /// <summary>The entries as written, and one for each indicator that <c>rest</c> takes over.</summary>
    internal ImmutableArray<IndicatorEntry> Entries()
    {
        var taken = Taken(draft.Indicators);
        var own = draft.Indicators.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var rest =
            from reference in draft.Extends
            where reference.TakesRest
            from indicator in _uppers[reference.Id].Indicators
            where indicator.TakesFacts
            let upper = new UpperIndicator(reference.Id, indicator.Id)
            where !taken.Contains(upper) && !_isLeftOut.Contains(upper) && !own.Contains(indicator.Id)
            group new { Upper = upper, reference.Location } by indicator.Id into same
            select new IndicatorEntry
            {
                Id = same.Key,
                Location = same.First().Location,
                Own = new IndicatorFields(),
                From = [.. same.Select(s => s.Upper)],
            };
        return [.. draft.Indicators, .. rest];
    }

    internal void Validate(ImmutableArray<IndicatorEntry> entries)
    {
        ValidateLeftOut(entries);
        var all = entries.SelectMany(e => e.From.Select(f => new { From = f, Entry = e }));
        foreach (var twice in all.GroupBy(f => f.From).Where(g => g.Count() > 1))
        {
            var (first, last) = (twice.First().Entry, twice.Last().Entry);
            bag.Add(DiagnosticCatalog.TakenTwice, last.Location, twice.Key.SchemeId, twice.Key.IndicatorId, $"{first.Location}");
        }

        var taken = Taken(entries);
        // If an entry misspells an upper id, only that is reported, since its meaning is unknown.
        var misspelt = entries.SelectMany(e => e.From).Where(f => _uppers.GetValueOrDefault(f.SchemeId)?.Find(f.IndicatorId) is null)
            .Select(f => f.SchemeId).ToHashSet(StringComparer.Ordinal);
        var byName = ByName(entries);
        foreach (var scheme in uppers.Where(b => !misspelt.Contains(b.Id)))
        {
            foreach (var indicator in scheme.Indicators.Where(i => i.TakesFacts))
            {
                var upper = new UpperIndicator(scheme.Id, indicator.Id);
                if (!taken.Contains(upper) && !_isLeftOut.Contains(upper))
                {
                    Report(upper, indicator, byName.GetValueOrDefault(indicator.Id));
                }
            }
        }
    }

    // The first entry with an id, or that takes over an indicator with that id.
    private static Dictionary<string, IndicatorEntry> ByName(ImmutableArray<IndicatorEntry> entries)
    {
        var byName = new Dictionary<string, IndicatorEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var id in entry.From.Select(f => f.IndicatorId).Prepend(entry.Id))
            {
                byName.TryAdd(id, entry);
            }
        }

        return byName;
    }

    private void Report(UpperIndicator upper, Indicator indicator, IndicatorEntry? entry)
    {
        var there = $"{indicator.Location}";
        if (entry is null)
        {
            var at = draft.Extends.First(e => e.Id == upper.SchemeId).Location;
            bag.Add(DiagnosticCatalog.UpperUnaccounted, at, upper.SchemeId, upper.IndicatorId, there);
        }
        else if (entry.From.IsEmpty)
        {
            bag.Add(DiagnosticCatalog.UndeclaredReplacement, entry.Location, entry.Id, upper.SchemeId, there);
        }
        else
        {
            var from = string.Join(", ", entry.From.Select(f => f.SchemeId));
            bag.Add(DiagnosticCatalog.UpperTakenFromOneAlone, entry.Location, entry.Id, from, upper.SchemeId, there);
        }
    }

    private void ValidateLeftOut(ImmutableArray<IndicatorEntry> entries)
    {
        var takers = new Dictionary<UpperIndicator, IndicatorEntry>();
        foreach (var entry in entries)
        {
            foreach (var from in entry.From)
            {
                takers.TryAdd(from, entry);
            }
        }

        foreach (var left in _leftOut)
        {
            var upper = _uppers[left.Upper.SchemeId];
            if (upper.Find(left.Upper.IndicatorId) is null)
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.LeaveOutUnknown, left.Location, bag.Guess(left.Upper.IndicatorId, upper.Indicators.Select(i => i.Id)),
                    left.Upper.SchemeId, left.Upper.IndicatorId);
            }

            if (takers.GetValueOrDefault(left.Upper) is { } entry)
            {
                bag.Add(DiagnosticCatalog.LeftOutAndTaken, left.Location, left.Upper.SchemeId, left.Upper.IndicatorId, $"{entry.Location}");
            }
        }
    }

    // Indicators that an upper scheme itself took over are accounted for along with it.
    private HashSet<UpperIndicator> Taken(ImmutableArray<IndicatorEntry> entries)
    {
        var taken = new HashSet<UpperIndicator>();
        foreach (var from in entries.SelectMany(e => e.From))
        {
            Add(from, uppers, taken);
        }

        return taken;
    }

    // Visits each indicator once: in a lineage that joins again, there are far more paths than indicators.
    private static void Add(UpperIndicator upper, ImmutableArray<Scheme> schemes, HashSet<UpperIndicator> taken)
    {
        if (!taken.Add(upper))
        {
            return;
        }

        var scheme = schemes.FirstOrDefault(b => b.Id == upper.SchemeId);
        foreach (var above in scheme?.Find(upper.IndicatorId)?.From ?? [])
        {
            Add(above, scheme!.Uppers, taken);
        }
    }
}
