using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>Holds facts against the scheme they are to be judged by, before any rule runs.</summary>
internal static class FactsChecks
{
    internal static void Run(FactsFile file, Scheme scheme, DiagnosticBag bag)
    {
        var byId = scheme.Lineage().SelectMany(s => s.Indicators).GroupBy(i => i.Id).ToDictionary(g => g.Key, g => g.Last());
        foreach (var year in file.Facts.Years)
        {
            foreach (var facts in year.Indicators)
            {
                var path = new FactPath(year.Year, facts.Id);
                if (byId.TryGetValue(facts.Id, out var indicator))
                {
                    Check(file, path, facts, indicator, bag);
                }
                else
                {
                    bag.AddWithSuggestion(
                        DiagnosticCatalog.FactsUnknownIndicator, file.At(path), Nearest.To(facts.Id, byId.Keys), facts.Id, scheme.Id);
                }
            }
        }
    }

    private static void Check(FactsFile file, FactPath path, IndicatorFacts facts, Indicator indicator, DiagnosticBag bag)
    {
        Check(file.At(path), facts.Own, indicator.Id, indicator.MeasuredIn ?? indicator.Unit, [.. indicator.States.SelectMany(s => s.Answers)], bag);
        foreach (var (id, fact) in facts.Items)
        {
            var at = file.At(path with { Item = id });
            if (indicator.Items.FirstOrDefault(i => i.Id == id) is { } item)
            {
                Check(at, fact, $"{indicator.Id}.{id}", item.MeasuredIn ?? item.Unit, [.. item.States.SelectMany(s => s.Answers)], bag);
            }
            else
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.FactsUnknownItem, at, Nearest.To(id, indicator.Items.Select(i => i.Id)), id, indicator.Id);
            }
        }
    }

    private static void Check(Location at, Fact fact, string name, string unit, List<string> states, DiagnosticBag bag)
    {
        var value = fact.Value;
        if (states.Count > 0)
        {
            if (value.Kind != ReadingKind.Absent && !states.Contains(value.Text))
            {
                bag.AddWithSuggestion(
                    DiagnosticCatalog.FactsUnknownState, at, Nearest.To(value.Text, states), name, value.Text,
                    string.Join(' ', states.Distinct().Select(s => $"`{s}`")));
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
