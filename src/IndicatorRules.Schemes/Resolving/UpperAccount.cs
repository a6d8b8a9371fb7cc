using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>
/// Accounts for every indicator of every upper scheme: taken over once, or left out with a reason. Nothing is dropped or
/// replaced in silence.
/// </summary>
internal sealed class UpperAccount(SchemeDraft draft, ImmutableArray<Scheme> bases, DiagnosticBag bag)
{
    private readonly ImmutableArray<LeftOut> _leftOut = [.. draft.Extends.SelectMany(e => e.LeftOut)];

    /// <summary>The entries as written, and one for each indicator that <c>rest</c> takes over.</summary>
    internal ImmutableArray<IndicatorEntry> Entries()
    {
        var taken = Taken(draft.Indicators);
        var rest =
            from reference in draft.Extends
            where reference.TakesRest
            from indicator in bases.First(b => b.Id == reference.Id).Indicators
            let upper = new UpperIndicator(reference.Id, indicator.Id)
            where !taken.Contains(upper) && !IsLeftOut(upper) && draft.Indicators.All(e => e.Id != indicator.Id)
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

    internal void Check(ImmutableArray<IndicatorEntry> entries)
    {
        CheckLeftOut(entries);
        foreach (var twice in entries.SelectMany(e => e.From.Select(f => new { From = f, Entry = e })).GroupBy(f => f.From).Where(g => g.Count() > 1))
        {
            var (first, last) = (twice.First().Entry, twice.Last().Entry);
            bag.Add(DiagnosticCatalog.TakenTwice, last.Location, twice.Key.SchemeId, twice.Key.IndicatorId, $"{first.Location}");
        }

        var taken = Taken(entries);
        // Where an entry misspells an id, what it meant is not known: that alone is told.
        foreach (var scheme in bases.Where(b => entries.SelectMany(e => e.From).All(f => f.SchemeId != b.Id || b.Find(f.IndicatorId) is not null)))
        {
            foreach (var indicator in scheme.Indicators)
            {
                var upper = new UpperIndicator(scheme.Id, indicator.Id);
                if (!taken.Contains(upper) && !IsLeftOut(upper))
                {
                    Tell(upper, indicator, entries);
                }
            }
        }
    }

    private void Tell(UpperIndicator upper, Indicator indicator, ImmutableArray<IndicatorEntry> entries)
    {
        var there = $"{indicator.Location}";
        if (entries.FirstOrDefault(e => e.Id == indicator.Id || e.From.Any(f => f.IndicatorId == indicator.Id)) is not { } entry)
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

    private void CheckLeftOut(ImmutableArray<IndicatorEntry> entries)
    {
        foreach (var left in _leftOut)
        {
            var indicators = bases.First(b => b.Id == left.Upper.SchemeId).Indicators;
            if (indicators.All(i => i.Id != left.Upper.IndicatorId))
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.LeaveOutUnknown, left.Location, Nearest.To(left.Upper.IndicatorId, indicators.Select(i => i.Id)),
                    left.Upper.SchemeId, left.Upper.IndicatorId);
            }

            if (entries.FirstOrDefault(e => e.From.Contains(left.Upper)) is { } entry)
            {
                bag.Add(DiagnosticCatalog.LeftOutAndTaken, left.Location, left.Upper.SchemeId, left.Upper.IndicatorId, $"{entry.Location}");
            }
        }
    }

    // An indicator that an upper scheme took over itself is accounted for with that one.
    private HashSet<UpperIndicator> Taken(ImmutableArray<IndicatorEntry> entries)
    {
        var taken = new HashSet<UpperIndicator>();
        foreach (var from in entries.SelectMany(e => e.From))
        {
            Add(from, bases, taken);
        }

        return taken;
    }

    private static void Add(UpperIndicator upper, ImmutableArray<Scheme> schemes, HashSet<UpperIndicator> taken)
    {
        taken.Add(upper);
        var scheme = schemes.FirstOrDefault(b => b.Id == upper.SchemeId);
        foreach (var above in scheme?.Find(upper.IndicatorId)?.From ?? [])
        {
            Add(above, scheme!.Bases, taken);
        }
    }

    private bool IsLeftOut(UpperIndicator upper) => _leftOut.Any(l => l.Upper == upper);
}
