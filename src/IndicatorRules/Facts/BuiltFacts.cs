using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Validates facts from other sources than our readers against the rules of a facts file.</summary>
internal static class BuiltFacts
{
    private const int EarliestYear = 1949;
    private const int LatestYear = 2200;

    /// <summary>Reports facts that no file could contain, and marks their rows as not judged.</summary>
    internal static void Validate(FactsFile file, DiagnosticBag bag, RowFaults faults)
    {
        var before = bag.Count;
        PlaceCode.Validate(file.Facts.Place.Code, file.At(default), bag);
        Once(file.Facts.Place.Attributes.Select(a => (new FactPath(0, a.Id), (object)a)), file, bag);
        foreach (var year in file.Facts.Years)
        {
            Year(year.Year, file.At(new FactPath(year.Year)), bag);
        }

        faults.Take(bag, before, RowFaults.WholePlace);
        foreach (var year in file.Facts.Years)
        {
            foreach (var figures in year.Background.GroupBy(b => b.Id))
            {
                before = bag.Count;
                var path = FactsFile.BackgroundPath(year.Year, figures.Key);
                Once(figures.Select(f => (path, (object)f)), file, bag);
                Years(figures.First().Fact, file.At(path), bag);
                faults.Take(bag, before, path);
            }

            foreach (var indicator in year.Indicators)
            {
                before = bag.Count;
                Indicator(indicator, new FactPath(year.Year, indicator.Id), file, bag);
                faults.Take(bag, before, new FactPath(year.Year, indicator.Id));
            }
        }
    }

    private static void Indicator(IndicatorFacts indicator, FactPath path, FactsFile file, DiagnosticBag bag)
    {
        Years(indicator.Own, file.At(path), bag);
        Once(indicator.Items.Select(i => (path with { Item = i.Id }, (object)i)), file, bag);
        foreach (var item in indicator.Items)
        {
            Years(item.Fact, file.At(path with { Item = item.Id }), bag);
        }

        var figures = new List<(SuperiorTaskFigure, Location)>();
        foreach (var figure in indicator.SuperiorTask.Figures)
        {
            SuperiorTaskClaims.IsTwice(figure, figures, file.At(path), bag);
            figures.Add((figure, file.At(path)));
        }

        foreach (var target in indicator.Targets)
        {
            Year(target.Year, file.At(path), bag);
        }

        if (!indicator.SuperiorTask.Figures.IsEmpty
            && indicator.SuperiorTask.State is not (SuperiorTaskState.Figures or SuperiorTaskState.NotStated))
        {
            SuperiorTaskClaims.Compare(indicator.SuperiorTask.State, indicator.SuperiorTask, file.At(path), bag);
        }
    }

    // A repeated equal entry is a slip; of two different ones, neither can be preferred.
    private static void Once(IEnumerable<(FactPath Path, object Entry)> entries, FactsFile file, DiagnosticBag bag)
    {
        var seen = new Dictionary<FactPath, object>();
        foreach (var (path, entry) in entries)
        {
            if (!seen.TryAdd(path, entry))
            {
                var kind = seen[path].Equals(entry) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
                bag.Add(kind, file.At(path), FactReader.Entry(path.Item.Length > 0 ? path.Item : path.Indicator),
                    file.At(path).Beside(file.At(path)));
            }
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
