using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Holds facts that no reader of ours made to what a file may say.</summary>
internal static class BuiltFacts
{
    private const int EarliestYear = 1949;
    private const int LatestYear = 2200;

    /// <summary>Reports what a file could not say.</summary>
    internal static void Validate(FactsFile file, DiagnosticBag bag)
    {
        Once(file.Facts.Place.Attributes.Select(a => new FactPath(0, a.Id)), file, bag);
        foreach (var year in file.Facts.Years)
        {
            Year(year.Year, file.At(new FactPath(year.Year)), bag);
            Once(year.Background.Select(b => FactsFile.BackgroundPath(year.Year, b.Id)), file, bag);
            foreach (var figure in year.Background)
            {
                Years(figure.Fact, file.At(FactsFile.BackgroundPath(year.Year, figure.Id)), bag);
            }

            foreach (var indicator in year.Indicators)
            {
                var path = new FactPath(year.Year, indicator.Id);
                Years(indicator.Own, file.At(path), bag);
                Once(indicator.Items.Select(i => path with { Item = i.Id }), file, bag);
                foreach (var item in indicator.Items)
                {
                    Years(item.Fact, file.At(path with { Item = item.Id }), bag);
                }

                if (!indicator.Task.Figures.IsEmpty && indicator.Task.State is not (TaskState.Figures or TaskState.NotStated))
                {
                    TaskClaims.Compare(indicator.Task.State, indicator.Task, file.At(path), bag);
                }
            }
        }
    }

    private static void Once(IEnumerable<FactPath> paths, FactsFile file, DiagnosticBag bag)
    {
        var seen = new HashSet<FactPath>();
        foreach (var path in paths.Where(p => !seen.Add(p)))
        {
            bag.Add(DiagnosticCatalog.FactsTwice, file.At(path), path.Item.Length > 0 ? path.Item : path.Indicator);
        }
    }

    private static void Years(Fact fact, Location at, DiagnosticBag bag)
    {
        Year(fact.OfYear, at, bag);
        Year(fact.Change?.Since, at, bag);
    }

    private static void Year(int? year, Location at, DiagnosticBag bag)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            bag.Add(DiagnosticCatalog.FactsYear, at, $"{year}", $"{EarliestYear}", $"{LatestYear}");
        }
    }
}
