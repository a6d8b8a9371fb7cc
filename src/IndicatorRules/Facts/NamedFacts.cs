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
        file.Removals.Count == 0 && IsById(file.Facts, known) ? file : new NamedFacts(file, known, bag, faults).Run();

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
                (a, path) => a with { Id = path.Indicator }, (one, other) => one with { Id = other.Id } == other, (_, _, _) => null,
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

    private YearFacts Year(YearFacts year) => Without(new(
        year.Year,
        Once(
            year.Indicators, i => new(year.Year, i.Id), path => path with { Indicator = Indicator(path.Indicator) },
            (i, path) => Items(i, year.Year) with { Id = path.Indicator }, AreAlike, Together,
            path => _known.Find(path.Indicator)?.Own.Name ?? (LocalizedText)path.Indicator))
    {
        Background = Once(
            year.Background, b => FactsFile.BackgroundPath(year.Year, b.Id), path => path with { Item = _known.BackgroundNamed(path.Item) },
            (b, path) => b with { Id = path.Item }, (one, other) => AreAlike(one.Fact, other.Fact),
            (one, other, of) => Together(one.Fact, other.Fact, of) is { } fact ? one with { Fact = fact } : null,
            path => _known.Background.GetValueOrDefault(path.Item)?.Name ?? (LocalizedText)path.Item),
        Adjustments = Adjustments(year),
    });

    // A case's adjustments take the place of the file's.
    private ImmutableArray<Adjustment> Adjustments(YearFacts year)
    {
        bool IsChange(Adjustment a) => OriginOf(FactsFile.AdjustmentPath(year.Year, a.Id)) == EntryOrigin.Change;
        var all = year.Adjustments.Select(a => (Named: Adjustment(a, year.Year), IsChange: IsChange(a))).ToList();
        return [.. all.Where(a => a.IsChange || !all.Exists(c => c.IsChange && c.Named.Id == a.Named.Id)).Select(a => a.Named)];
    }

    // What a case removes by another name than the file's.
    private YearFacts Without(YearFacts year)
    {
        foreach (var (_, entry, at) in _file.Removals.Where(r => r.Year == year.Year))
        {
            var cut = entry.LastIndexOfAny(['.', '/']);
            var id = Indicator(entry);
            var (row, item) = year.Find(id) is null && cut > 0 ? (Indicator(entry[..cut]), entry[(cut + 1)..]) : (id, "");
            item = item.Length > 0 && _known.Find(row)?.ItemsNamed(item) is [var one] ? one : item;
            var background = _known.BackgroundNamed(entry);
            var adjustment = Adjustment(new Adjustment(entry, 0, ""), year.Year).Id;
            var left = new YearFacts(year.Year, item.Length == 0 ? year.Indicators.RemoveAll(i => i.Id == row)
                : [.. year.Indicators.Select(i => i.Id == row ? i with { Items = i.Items.RemoveAll(t => t.Id == item) } : i)])
            {
                Background = year.Background.RemoveAll(b => b.Id == background),
                Adjustments = year.Adjustments.RemoveAll(a => a.Id == adjustment),
            };
            if (SizeOf(left) == SizeOf(year))
            {
                _bag.Add(DiagnosticCatalog.CaseRemovesNothing, at, entry, $"{year.Year}");
            }

            year = left;
        }

        return year;

        static int SizeOf(YearFacts y) =>
            y.Indicators.Length + y.Indicators.Sum(i => i.Items.Length) + y.Background.Length + y.Adjustments.Length;
    }

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
                (i, path) => i with { Id = path.Item }, (one, other) => AreAlike(one.Fact, other.Fact), Together,
                path => (indicator.Item(path.Item) ?? indicator.Own).Name),
        };
    }

    private string Indicator(string text) => _known.Named(text) is [var one] ? one.Id : text;

    private EntryOrigin OriginOf(FactPath written) => _file.Origins.GetValueOrDefault(written);

    // A repeated equal entry is a slip, and counts once; of two different ones, neither can be preferred.
    private ImmutableArray<T> Once<T>(
        ImmutableArray<T> entries, Func<T, FactPath> written, Func<FactPath, FactPath> resolve, Func<T, FactPath, T> called,
        Func<T, T, bool> alike, Func<T, T, (EntryOrigin One, EntryOrigin Other), T?> together, Func<FactPath, LocalizedText> name)
        where T : class
    {
        var first = new Dictionary<FactPath, (T Entry, FactPath Written, int Index)>();
        var all = ImmutableArray.CreateBuilder<T>(entries.Length);
        foreach (var entry in entries)
        {
            var there = written(entry);
            var path = resolve(there);
            if (first.TryAdd(path, (entry, there, all.Count)))
            {
                all.Add(called(entry, path));
                if (path != there)
                {
                    _written[path] = there;
                }

                continue;
            }

            var (before, at, one) = (_bag.Count, _file.At(there), first[path]);
            var origins = (One: OriginOf(one.Written), Other: OriginOf(there));
            if (together(all[one.Index], called(entry, path), origins) is { } whole)
            {
                all[one.Index] = whole;
                if (origins.Other != EntryOrigin.ByYear)
                {
                    _written[path] = there;
                    first[path] = (entry, there, one.Index);
                }

                continue;
            }

            var kind = alike(one.Entry, entry) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
            _bag.Add(kind, at, name(path), _file.At(_written.GetValueOrDefault(path, path)).Beside(at));
            _faults.Take(_bag, before, path.Year == 0 ? RowFaults.WholePlace : path);
        }

        return all.DrainToImmutable();
    }

    // Two entries of one row of which only their origins say how they go together; null where they contradict each other.
    private static IndicatorFacts? Together(IndicatorFacts one, IndicatorFacts other, (EntryOrigin One, EntryOrigin Other) of)
    {
        switch (of)
        {
            case (not (EntryOrigin.Change or EntryOrigin.ChangeOfItems), EntryOrigin.Change):
                return other;
            case (not (EntryOrigin.Change or EntryOrigin.ChangeOfItems), EntryOrigin.ChangeOfItems):
                return one with { Items = [.. one.Items.Where(i => other.Items.All(o => o.Id != i.Id)), .. other.Items] };
            case (EntryOrigin.Column, EntryOrigin.ByYear) or (EntryOrigin.ByYear, EntryOrigin.Column or EntryOrigin.ByYear):
                var (column, byYear) = of.One == EntryOrigin.Column ? (one, other) : (other, one);
                var both = (from figure in byYear.Items
                            from item in column.Items.Where(c => c.Id == figure.Id)
                            select Joined(item.Fact, figure.Fact) is { } fact ? item with { Fact = fact } : null).ToList();
                return both.Contains(null) || Joined(column.Own, byYear.Own) is not { } own ? null : column with
                {
                    Own = own,
                    Items =
                    [
                        .. column.Items.Where(c => both.TrueForAll(b => b!.Id != c.Id)), .. both!,
                        .. byYear.Items.Where(i => column.Items.All(c => c.Id != i.Id)),
                    ],
                };
            default:
                return null;
        }
    }

    private static ItemFact? Together(ItemFact one, ItemFact other, (EntryOrigin One, EntryOrigin Other) of) =>
        of is (not EntryOrigin.Change, EntryOrigin.Change) ? other
        : Together(one.Fact, other.Fact, of) is { } fact ? (of.One == EntryOrigin.Column ? one : other) with { Fact = fact } : null;

    private static Fact? Together(Fact one, Fact other, (EntryOrigin One, EntryOrigin Other) of) => of switch
    {
        (not EntryOrigin.Change, EntryOrigin.Change) => other,
        (EntryOrigin.Column, EntryOrigin.ByYear) => Joined(one, other),
        (EntryOrigin.ByYear, EntryOrigin.Column) => Joined(other, one),
        _ => null,
    };

    // Null where both have a figure.
    private static Fact? Joined(Fact column, Fact byYear) =>
        byYear.Equals(Fact.Unknown) ? column
        : column.Value.Equals(Fact.Unknown.Value) ? EntryReader.Joined(column, byYear)
        : null;

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
