using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>Holds facts against the scheme they are to be judged by, before any rule runs.</summary>
internal static class FactsChecks
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="file">The facts.</param>
    /// <param name="scheme">The scheme they are judged by.</param>
    /// <param name="shared">
    /// Other schemes that the same facts are for: what only they ask is no mistake, and is left to them.
    /// </param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static void Run(FactsFile file, Scheme scheme, IEnumerable<Scheme> shared, DiagnosticBag bag)
    {
        var known = scheme.Lineage().Reverse().Concat(shared.SelectMany(s => s.Lineage())).SelectMany(s => s.Indicators).ToLookup(i => i.Id);
        foreach (var year in file.Facts.Years)
        {
            Renamed(file, scheme, year, bag);
            foreach (var facts in year.Indicators)
            {
                var path = new FactPath(year.Year, facts.Id);
                if (known.Contains(facts.Id))
                {
                    Check(file, path, facts, [.. known[facts.Id]], bag);
                }
                else
                {
                    bag.AddWithSuggestion(
                        DiagnosticCatalog.FactsUnknownIndicator, file.At(path), Nearest.To(facts.Id, known.Select(k => k.Key)), facts.Id, scheme.Id);
                }
            }
        }
    }

    // Facts under the id that an upper scheme uses would be passed over in silence.
    private static void Renamed(FactsFile file, Scheme scheme, YearFacts year, DiagnosticBag bag)
    {
        foreach (var indicator in scheme.Indicators.Where(i => year.Find(i.Id) is null))
        {
            foreach (var upper in indicator.From.Where(f => f.IndicatorId != indicator.Id && scheme.Find(f.IndicatorId) is null))
            {
                if (year.Find(upper.IndicatorId) is not null)
                {
                    bag.Add(DiagnosticCatalog.FactsRenamed, file.At(new FactPath(year.Year, upper.IndicatorId)), upper.IndicatorId, scheme.Id, indicator.Id);
                }
            }
        }
    }

    private static void Check(FactsFile file, FactPath path, IndicatorFacts facts, Indicator[] known, DiagnosticBag bag)
    {
        Check(file.At(path), facts.Own, path.Indicator, known[0].MeasuredIn ?? known[0].Unit, known[0].States, bag);
        var items = known.SelectMany(i => i.Items).DistinctBy(i => i.Id).ToList();
        foreach (var (id, fact) in facts.Items)
        {
            var at = file.At(path with { Item = id });
            if (items.Find(i => i.Id == id) is { } item)
            {
                Check(at, fact, $"{path.Indicator}.{id}", item.MeasuredIn ?? item.Unit, item.States, bag);
            }
            else
            {
                bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownItem, at, Nearest.To(id, items.Select(i => i.Id)), id, path.Indicator);
            }
        }
    }

    private static void Check(Location at, Fact fact, string name, string unit, ImmutableArray<StateInfo> states, DiagnosticBag bag)
    {
        var value = fact.Value;
        if (!states.IsEmpty)
        {
            if (value.Kind == ReadingKind.Words && states.All(s => !s.Answers.Contains(value.Text)))
            {
                var answers = states.SelectMany(s => s.Answers);
                var listed = new LocalizedText(
                    string.Join(' ', states.Select(s => $"`{s.Text.Zh}`")), string.Join(' ', states.Select(s => $"`{s.Text.En}`")));
                bag.AddWithSuggestion(
                    DiagnosticCatalog.FactsUnknownState, at, Nearest.To(value.Text, answers), name, value.Text, listed);
            }
        }
        else if (value.Kind == ReadingKind.Words)
        {
            bag.Add(DiagnosticCatalog.FactsWords, at, name, value.Text);
        }

        if (fact.Unit is { } written && written != unit)
        {
            bag.Add(DiagnosticCatalog.FactsUnit, at, name, unit, written);
        }

        if (unit == "%" && value is { Kind: ReadingKind.Number, Low: > 0 and < 1 } && fact.Unit is null)
        {
            bag.Add(DiagnosticCatalog.FactsFraction, at, name, value.Text);
        }
    }
}
