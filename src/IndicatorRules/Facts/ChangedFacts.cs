using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Facts;

/// <summary>Facts with other values for some figures; what is said beside a figure stays, but for a printed change.</summary>
internal static class ChangedFacts
{
    /// <param name="file">The facts, by id.</param>
    /// <param name="scheme">The scheme whose numbers and names the changes use.</param>
    /// <param name="year">The year judged.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="bag">Receives the diagnostics of names that the scheme does not have.</param>
    internal static FactsFile Of(FactsFile file, Scheme scheme, int year, ImmutableArray<FactChange> changes, DiagnosticBag bag)
    {
        foreach (var change in changes)
        {
            var at = new Location($"{change}");
            if (Find(change.Asked, scheme, at, bag) is { } found && file.Facts.Find(year) is { } old)
            {
                var path = new FactPath(year, found.Indicator.Id, found.Item?.Id ?? "");
                var years = file.Facts.Years.Replace(old, With(old, path, ReadingParser.Parse(change.Value)));
                file = file.Changed(new PlaceFacts(file.Facts.Place, years)
                {
                    Note = file.Facts.Note,
                    Scheme = file.Facts.Scheme,
                    Hash = file.Facts.Hash,
                }, path, at);
            }
        }

        return file;
    }

    private static (Indicator Indicator, Item? Item)? Find(string asked, Scheme scheme, Location at, DiagnosticBag bag)
    {
        var names = NameIndex.Of(scheme);
        var slash = asked.LastIndexOf('/');
        if (slash <= 0 || names.Matches(asked) is [_])
        {
            var found = names.Find(asked, at);
            bag.AddRange(found.Diagnostics);
            return found.Value is { } whole ? (whole, null) : null;
        }

        var row = names.Find(asked[..slash].Trim(), at);
        bag.AddRange(row.Diagnostics);
        if (row.Value is not { } indicator)
        {
            return null;
        }

        var item = NameIndex.FindItem(indicator, asked[(slash + 1)..].Trim(), at);
        bag.AddRange(item.Diagnostics);
        return item.Value is { } one ? (indicator, one) : null;
    }

    private static YearFacts With(YearFacts year, FactPath path, CellReading read)
    {
        var old = year.Find(path.Indicator);
        var row = old ?? new IndicatorFacts { Id = path.Indicator };
        var changed = path.Item.Length == 0 ? row with { Own = With(row.Own, read) }
            : row with { Items = [.. row.Items.Where(i => i.Id != path.Item), new ItemFact(path.Item, With(row.Item(path.Item), read))] };
        return new YearFacts(year.Year, old is null ? year.Indicators.Add(changed) : year.Indicators.Replace(old, changed))
        {
            Background = year.Background,
            Adjustments = year.Adjustments,
        };
    }

    private static Fact With(Fact fact, CellReading read) => fact with
    {
        Value = read.Reading,
        Unit = read.Unit,
        OfYear = read.OfYear,
        Change = null,
        Measure = Measure.NotStated,
        Related = [],
    };
}
