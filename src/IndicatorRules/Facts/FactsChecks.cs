using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Holds facts against the scheme they are to be judged by, before any rule runs.</summary>
internal static class FactsChecks
{
    /// <summary>Notes what is wrong.</summary>
    /// <param name="file">The facts.</param>
    /// <param name="known">What they may name.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static void Run(FactsFile file, KnownIndicators known, DiagnosticBag bag)
    {
        Background(file, known, bag);
        FactsOfOneYear.Validate(file, bag);
        foreach (var year in file.Facts.Years)
        {
            Renamed(file, year, known, bag);
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                Run(file, year, i, known, bag);
            }
        }
    }

    /// <summary>Notes facts under the id that an upper scheme uses: they would be passed over in silence.</summary>
    internal static void Renamed(FactsFile file, YearFacts year, KnownIndicators known, DiagnosticBag bag)
    {
        foreach (var (own, upper) in known.Renames)
        {
            if (year.Find(own) is null && year.Find(upper) is not null)
            {
                bag.Add(DiagnosticCatalog.FactsRenamed, file.At(new FactPath(year.Year, upper)), upper, known.SchemeId, own);
            }
        }
    }

    private static void Background(FactsFile file, KnownIndicators known, DiagnosticBag bag)
    {
        foreach (var year in file.Facts.Years)
        {
            foreach (var (id, fact) in year.Background)
            {
                var path = FactsFile.BackgroundPath(year.Year, id);
                if (known.Background.GetValueOrDefault(id) is { } figure)
                {
                    Check(file, path, fact, figure, bag);
                }
                else
                {
                    var nearest = bag.Guess(id, known.Background.Keys.Order(StringComparer.Ordinal));
                    bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownBackground, file.At(path), nearest, id, known.SchemeId);
                }
            }
        }
    }

    /// <summary>Notes what is wrong with one indicator's facts of one year.</summary>
    /// <param name="file">The facts.</param>
    /// <param name="year">The year.</param>
    /// <param name="place">Where the indicator stands in the year.</param>
    /// <param name="known">What facts may name.</param>
    /// <param name="bag">Takes the diagnostics.</param>
    internal static void Run(FactsFile file, YearFacts year, int place, KnownIndicators known, DiagnosticBag bag)
    {
        var facts = year.Indicators[place];
        var path = new FactPath(year.Year, facts.Id);
        if (known.Find(facts.Id, place) is not { } indicator)
        {
            bag.AddWithSuggestion(
                DiagnosticCatalog.FactsUnknownIndicator, file.At(path), bag.Guess(facts.Id, known.All.Select(k => k.Id)), facts.Id, known.SchemeId);
            return;
        }

        Check(file, path, facts.Own, indicator.Own, bag);
        foreach (var (id, fact) in facts.Items)
        {
            if (indicator.Item(id) is { } item)
            {
                Check(file, path with { Item = id }, fact, item, bag);
            }
            else
            {
                var at = file.At(path with { Item = id });
                bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownItem, at, bag.Guess(id, indicator.ItemIds), id, facts.Id);
            }
        }
    }

    private static void Check(FactsFile file, FactPath path, Fact fact, KnownFigure known, DiagnosticBag bag)
    {
        if (IsPlainlySound(fact, known))
        {
            return;
        }

        var value = fact.Value;
        if (value.Kind == ReadingKind.Words && !known.Answers(value.Text))
        {
            Words(file.At(path), Name(path), value.Text, known, bag);
        }

        if (fact.Unit is { } written && written != known.Unit)
        {
            bag.Add(DiagnosticCatalog.FactsUnit, file.At(path), Name(path), known.Unit, written);
        }

        if (fact.ParentAverage?.Unit is { } averaged && averaged != known.Unit)
        {
            bag.Add(DiagnosticCatalog.FactsUnit, file.At(path), $"{Name(path)} parentAverage", known.Unit, averaged);
        }

        if (value is { Kind: ReadingKind.Number, Low: > 0 and < 1 } && known.Unit == "%" && fact.Unit is null)
        {
            bag.Add(DiagnosticCatalog.FactsFraction, file.At(path), Name(path), value.Text);
        }
    }

    // Most facts: a number without a unit, and not one that looks like a fraction of what was meant.
    private static bool IsPlainlySound(Fact fact, KnownFigure known) =>
        fact is { IsNumber: true, Unit: null, ParentAverage: null } && !(known.IsPercent && fact.Number is < 1 and > 0);

    private static void Words(Location at, string name, string words, KnownFigure known, DiagnosticBag bag)
    {
        if (known.States.IsEmpty)
        {
            bag.Add(DiagnosticCatalog.FactsWords, at, name, words);
            return;
        }

        var listed = new LocalizedText(
            string.Join(' ', known.States.Select(s => $"`{s.Text.Zh}`")), string.Join(' ', known.States.Select(s => $"`{s.Text.En}`")));
        bag.AddWithSuggestion(
            DiagnosticCatalog.FactsUnknownState, at, bag.Guess(words, known.States.SelectMany(s => s.Answers)), name, words, listed);
    }

    internal static string Name(FactPath path) =>
        path.Item.Length == 0 ? path.Indicator
        : FactsFile.IsBackground(path) ? path.Item
        : $"{path.Indicator}.{path.Item}";
}
