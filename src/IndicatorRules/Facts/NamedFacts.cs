using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>
/// Replaces the numbers and names by which facts call indicators, items, attributes and background figures by their ids. One use each.
/// </summary>
/// <remarks>A name that is unknown or ambiguous stays, and is reported when the facts are validated.</remarks>
internal sealed class NamedFacts
{
    private readonly FactsFile _file;
    private readonly KnownIndicators _known;
    private readonly DiagnosticBag _bag;
    private readonly RowFaults _faults;

    // How the file calls an entry, by its path with ids; only where they differ.
    private readonly Dictionary<FactPath, FactPath> _written = [];

    private NamedFacts(FactsFile file, KnownIndicators known, DiagnosticBag bag, RowFaults faults) =>
        (_file, _known, _bag, _faults) = (file, known, bag, faults);

    /// <summary>The same facts by id. Reports entries that two names give twice, and marks their rows as not judged.</summary>
    internal static FactsFile Of(FactsFile file, KnownIndicators known, DiagnosticBag bag, RowFaults faults) =>
        IsById(file.Facts, known) ? file : new NamedFacts(file, known, bag, faults).Run();

    private static bool IsById(PlaceFacts facts, KnownIndicators known)
    {
        foreach (var year in facts.Years)
        {
            for (var i = 0; i < year.Indicators.Length; i++)
            {
                if (known.Find(year.Indicators[i].Id, i) is not { } indicator || !HasIds(year.Indicators[i], indicator))
                {
                    return false;
                }
            }

            foreach (var given in year.Adjustments)
            {
                if (!known.OthersAdjustments.Contains(given.Id))
                {
                    return false;
                }
            }

            foreach (var figure in year.Background)
            {
                if (!known.Background.ContainsKey(figure.Id))
                {
                    return false;
                }
            }
        }

        foreach (var attribute in facts.Place.Attributes)
        {
            if (!known.IsAttribute(attribute.Id))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasIds(IndicatorFacts facts, KnownIndicator indicator)
    {
        foreach (var item in facts.Items)
        {
            if (indicator.Item(item.Id) is null)
            {
                return false;
            }
        }

        return true;
    }

    private FactsFile Run()
    {
        var facts = _file.Facts;
        var place = facts.Place with
        {
            Attributes = Once(
                facts.Place.Attributes, a => new(0, a.Id), path => path with { Indicator = _known.AttributeNamed(path.Indicator) },
                (a, path) => a with { Id = path.Indicator }, (one, other) => one with { Id = other.Id } == other,
                path => $"“{_known.AttributeName(path.Indicator)}”"),
        };
        var named = new PlaceFacts(place, facts.Years.Select(Year)) { Note = facts.Note, Scheme = facts.Scheme, Hash = facts.Hash };
        foreach (var (by, written) in _written)
        {
            if (_file.Faults.TryGetValue(written, out var fault))
            {
                _faults.Add(by, fault);
            }
        }

        return _file.Called(named, path => _written.GetValueOrDefault(path, path));
    }

    private YearFacts Year(YearFacts year) => new(
        year.Year,
        Once(
            year.Indicators, i => new(year.Year, i.Id), path => path with { Indicator = Indicator(path.Indicator) },
            (i, path) => Items(i, year.Year) with { Id = path.Indicator }, AreAlike,
            path => _known.Find(path.Indicator)?.Own.Name ?? (LocalizedText)path.Indicator))
    {
        Background = Once(
            year.Background, b => FactsFile.BackgroundPath(year.Year, b.Id), path => path with { Item = _known.BackgroundNamed(path.Item) },
            (b, path) => b with { Id = path.Item }, (one, other) => AreAlike(one.Fact, other.Fact),
            path => _known.Background.GetValueOrDefault(path.Item)?.Name ?? (LocalizedText)path.Item),
        Adjustments = [.. year.Adjustments.Select(a => Adjustment(a, year.Year))],
    };

    private Adjustment Adjustment(Adjustment given, int year)
    {
        var id = _known.AdjustmentNamed(given.Id);
        _written.TryAdd(FactsFile.AdjustmentPath(year, id), FactsFile.AdjustmentPath(year, given.Id));
        return given with { Id = id };
    }

    private IndicatorFacts Items(IndicatorFacts facts, int year)
    {
        var id = Indicator(facts.Id);
        return _known.Find(id) is not { } indicator || facts.Items.IsEmpty ? facts : facts with
        {
            Items = Once(
                facts.Items, i => new(year, facts.Id, i.Id),
                path => new(year, id, indicator.ItemsNamed(path.Item) is [var one] ? one : path.Item),
                (i, path) => i with { Id = path.Item }, (one, other) => AreAlike(one.Fact, other.Fact),
                path => (indicator.Item(path.Item) ?? indicator.Own).Name),
        };
    }

    private string Indicator(string text) => _known.Named(text) is [var one] ? one.Id : text;

    // A repeated equal entry is a slip, and counts once; of two different ones, neither can be preferred.
    private ImmutableArray<T> Once<T>(
        ImmutableArray<T> entries, Func<T, FactPath> written, Func<FactPath, FactPath> resolve, Func<T, FactPath, T> called,
        Func<T, T, bool> alike, Func<FactPath, LocalizedText> name)
    {
        var first = new Dictionary<FactPath, T>();
        var all = ImmutableArray.CreateBuilder<T>(entries.Length);
        foreach (var entry in entries)
        {
            var there = written(entry);
            var path = resolve(there);
            if (first.TryAdd(path, entry))
            {
                all.Add(called(entry, path));
                if (path != there)
                {
                    _written[path] = there;
                }

                continue;
            }

            var (before, at) = (_bag.Count, _file.At(there));
            var kind = alike(first[path], entry) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
            _bag.Add(kind, at, name(path), _file.At(_written.GetValueOrDefault(path, path)).Beside(at));
            _faults.Take(_bag, before, path.Year == 0 ? RowFaults.WholePlace : path);
        }

        return all.DrainToImmutable();
    }

    private bool AreAlike(IndicatorFacts one, IndicatorFacts other) =>
        AreAlike(one.Own, other.Own) && one.SuperiorTask.State == other.SuperiorTask.State
        && one.SuperiorTask.Claim == other.SuperiorTask.Claim && one.SuperiorTask.Figures.SequenceEqual(other.SuperiorTask.Figures)
        && one.Targets.SequenceEqual(other.Targets) && one.PrintedKinds.SequenceEqual(other.PrintedKinds)
        && one.Items.Length == other.Items.Length
        && one.Items.Zip(other.Items).All(i => i.First.Id == i.Second.Id && AreAlike(i.First.Fact, i.Second.Fact)
            && i.First.SuperiorTask == i.Second.SuperiorTask);

    private static bool AreAlike(Fact one, Fact other) =>
        one.Value.Text == other.Value.Text && one.Value.Kind == other.Value.Kind && one.Unit == other.Unit && one.OfYear == other.OfYear
        && one.ReportedMet == other.ReportedMet && one.ClaimedTrend == other.ClaimedTrend && one.Change == other.Change
        && one.Measure == other.Measure && one.ParentAverage is null && other.ParentAverage is null;
}
