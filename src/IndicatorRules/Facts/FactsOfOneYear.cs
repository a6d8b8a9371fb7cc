using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>
/// Validates that several columns do not give different figures of one year, since a figure is looked up by the year that it is about.
/// </summary>
internal static class FactsOfOneYear
{
    /// <summary>Reports two figures of one year with both locations, and marks the entries as not judged.</summary>
    internal static void Validate(FactsFile file, KnownIndicators indicators, DiagnosticBag bag, RowFaults faults)
    {
        if (!file.Facts.HasOtherYears)
        {
            return;
        }

        var known = new Dictionary<FactPath, (FactPath Path, Fact Fact)>();
        foreach (var (path, fact) in Figures(file.Facts))
        {
            // The year that the figure is about.
            var key = path with { Year = fact.OfYear ?? path.Year };
            if (known.TryAdd(key, (path, fact)) || IsSame(known[key].Fact, fact))
            {
                continue;
            }

            var before = bag.Count;
            var (other, first) = known[key];
            bag.Add(
                DiagnosticCatalog.FactsTwoFigures, file.At(path),
                indicators.NameOf(path), $"{key.Year}", fact.Value.Text, first.Value.Text, file.At(other).Beside(file.At(path)));
            faults.Take(bag, before, other);
            faults.Take(bag, before, path);
        }
    }

    private static IEnumerable<(FactPath Path, Fact Fact)> Figures(PlaceFacts facts) => facts.Years.SelectMany(y => y.Indicators
        .SelectMany(i => i.Items.Select(item => (new FactPath(y.Year, i.Id, item.Id), item.Fact))
            .Prepend((new FactPath(y.Year, i.Id), i.Own)))
        .Concat(y.Background.Select(b => (FactsFile.BackgroundPath(y.Year, b.Id), b.Fact)))
        .Where(f => !f.Item2.IsAbsent));

    private static bool IsSame(Fact one, Fact other) =>
        one.Value.Text == other.Value.Text || (one.Value.IsNumeric && one.Value.Interval == other.Value.Interval);
}
