using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>Validates the points that facts add or take away by judgement: the scheme must allow them, and so many of them.</summary>
internal static class AdjustmentValidation
{
    internal static void Run(FactsFile file, YearFacts year, KnownIndicators known, DiagnosticBag bag, RowFaults faults)
    {
        var before = bag.Count;
        foreach (var given in year.Adjustments.GroupBy(a => a.Id))
        {
            var at = file.At(FactsFile.AdjustmentPath(year.Year, given.Key));
            if (known.Adjustments.FirstOrDefault(a => a.Id == given.Key) is { } allowed)
            {
                Compare(given, allowed, at, bag);
            }
            else if (!known.OthersAdjustments.Contains(given.Key))
            {
                var nearest = bag.Guess(given.Key, known.OthersAdjustments.Order(StringComparer.Ordinal));
                bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownAdjustment, at, nearest, given.Key, known.SchemeId);
            }
        }

        // The total would be wrong, and with it the conclusion on every row.
        faults.Take(bag, before, RowFaults.WholePlace);
    }

    private static void Compare(IEnumerable<Adjustment> given, PointAdjustment allowed, Location at, DiagnosticBag bag)
    {
        if (given.Any(a => string.IsNullOrWhiteSpace(a.Reason)))
        {
            bag.Add(DiagnosticCatalog.FactsAdjustmentWithoutReason, at, allowed.Name);
        }

        if (PointAdjustment.Sum(given) is not { } sum || sum < allowed.AtLeast || sum > allowed.AtMost)
        {
            bag.Add(
                DiagnosticCatalog.FactsAdjustmentBeyond, at, allowed.Name, Reading.Plain(PointAdjustment.Sum(given) ?? decimal.MaxValue),
                Reading.Plain(allowed.AtLeast), Reading.Plain(allowed.AtMost));
        }
    }
}
