using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>
/// Reads the years of a facts file, by columns and by lists of years; reports faults, and only the row of a faulty entry is not judged.
/// </summary>
internal sealed class EntryReader(JsonText text, Dictionary<FactPath, Location> locations)
{
    private readonly DiagnosticBag _bag = new();
    private readonly RowFaults _faults = new();
    private readonly Dictionary<FactPath, JObject> _first = [];
    private readonly List<Entries> _years = [];
    private readonly Dictionary<FactPath, (Fact Fact, Location At)> _figures = [];
    private readonly Dictionary<FactPath, EntryOrigin> _origins = [];

    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    internal IReadOnlyDictionary<FactPath, Diagnostic> Faults => _faults.Copy();

    /// <summary>The entries that figures by year alone state.</summary>
    internal IReadOnlyDictionary<FactPath, EntryOrigin> Origins => _origins;

    internal IEnumerable<YearFacts> Years() =>
        _years.Select(y => new YearFacts(y.Year, y.Indicators)
        {
            Background = [.. y.Background],
            Adjustments = [.. y.Adjustments],
        });

    /// <summary>Reads one year; a second entry for the same year is merged with the first.</summary>
    internal void Read(JObject o, string document)
    {
        var year = o.Whole("year");
        var at = text.At(o["year"]);
        if (!locations.TryAdd(new FactPath(year), at))
        {
            _bag.Add(DiagnosticCatalog.FactsYearTwice, at, $"{year}", locations[new FactPath(year)].Beside(at));
        }

        var entries = Of(year);
        var facts = new FactReader(text, o.Text("document", document), _bag);
        foreach (var entry in o.Objects("indicators"))
        {
            var path = new FactPath(year, entry.Text("id"));
            if (IsFirst(path, entry, path.Indicator))
            {
                entries.Add(Indicator(entry, path, facts));
            }
        }

        foreach (var entry in o.Objects("background"))
        {
            var path = FactsFile.BackgroundPath(year, entry.Text("id"));
            if (IsFirst(path, entry, path.Item))
            {
                var before = _bag.Count;
                entries.Join(path.Item, _ => Figure(path, entry, facts));
                _faults.Take(_bag, before, path);
            }
        }

        foreach (var entry in o.Objects("adjustments"))
        {
            Adjustment(entry, year, o.Text("document", document), entries);
        }
    }

    // Several of one id are several reasons, such as two commendations.
    private void Adjustment(JObject o, int year, string document, Entries entries)
    {
        var path = FactsFile.AdjustmentPath(year, o.Text("id"));
        locations.TryAdd(path, text.At(o["id"]));
        entries.Adjustments.Add(new Adjustment(path.Item, o.Number("points"), o.Text("reason"))
        {
            Source = FactReader.Source(o["source"], document),
        });
    }

    /// <summary>Reads the figures of an indicator and its items over the years, which join the columns of their years.</summary>
    internal void ReadSeries(JObject o, string document)
    {
        var (id, facts) = (o.Text("id"), new FactReader(text, document, _bag));
        foreach (var (year, fact) in Figures(o, year => new FactPath(year, id), facts))
        {
            Note(new FactPath(year, id), Of(year).Has(id));
            Of(year).Join(id, row => row with { Own = Joined(row.Own, fact) });
        }

        foreach (var item in o.Objects("items"))
        {
            var itemId = item.Text("id");
            foreach (var (year, fact) in Figures(item, year => new FactPath(year, id, itemId), facts))
            {
                Note(new FactPath(year, id), Of(year).Has(id));
                Note(new FactPath(year, id, itemId), Of(year).Has(id, itemId));
                Of(year).Join(id, row => Joined(row, itemId, fact));
            }
        }
    }

    /// <summary>Reads a background figure over the years.</summary>
    internal void ReadBackground(JObject o, string document)
    {
        var id = o.Text("id");
        foreach (var (year, fact) in Figures(o, y => FactsFile.BackgroundPath(y, id), new FactReader(text, document, _bag)))
        {
            Note(FactsFile.BackgroundPath(year, id), Of(year).HasBackground(id));
            Of(year).Join(id, column => Joined(column, fact));
        }
    }

    private void Note(FactPath path, bool isThere)
    {
        if (!isThere)
        {
            _origins[path] = EntryOrigin.ByYear;
        }
    }

    // The figures that nothing else states; one that repeats another is reported with both locations.
    private List<(int Year, Fact Fact)> Figures(JObject o, Func<int, FactPath> path, FactReader facts)
    {
        var read = new List<(int Year, Fact Fact)>();
        var wrong = _bag.Count;
        foreach (var property in (o["values"] as JObject)?.Properties() ?? [])
        {
            if (YearOf(property) is not { } year)
            {
                continue;
            }

            var (key, at, before) = (path(year), text.At(property.Value), _bag.Count);
            var fact = facts.OfYear(property.Value, o);
            locations.TryAdd(new FactPath(year), at);
            if (_figures.TryAdd(key, (fact, at)))
            {
                locations.TryAdd(key, at);
                read.Add((year, fact));
            }
            else
            {
                var first = _figures[key];
                var kind = IsSame(first.Fact, fact, year) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
                _bag.Add(kind, at, new($"`{FactsValidation.Name(key)}` 的 {year} 年数", $"`{FactsValidation.Name(key)}` of {year}"),
                    first.At.Beside(at));
            }

            _faults.Take(_bag, before, key);
        }

        // With a key that is not a year, which of the years are right is unknown.
        foreach (var (year, _) in read.Where(_ => _bag.ErrorAfter(wrong)?.Id == DiagnosticCatalog.FactsValuesYear.Id))
        {
            _faults.Take(_bag, wrong, path(year));
        }

        return read;
    }

    private int? YearOf(JProperty property)
    {
        if (property.Name.Length == 4 && property.Name.All(char.IsAsciiDigit)
            && int.Parse(property.Name, System.Globalization.CultureInfo.InvariantCulture) is var year and >= 1949 and <= 2200)
        {
            return year;
        }

        _bag.Add(DiagnosticCatalog.FactsValuesYear, text.At(property), property.Name);
        return null;
    }

    /// <summary>Whether two figures of a year say the same.</summary>
    internal static bool IsSame(Fact one, Fact other, int year) => (one.OfYear ?? year) == (other.OfYear ?? year)
        && one.Value.IsEstimated == other.Value.IsEstimated && (one.Unit ?? other.Unit) == (other.Unit ?? one.Unit)
        && (one.Value.IsNumeric ? one.Value.Interval == other.Value.Interval : one.Value.Text == other.Value.Text);

    /// <summary>A column with a figure: what it says beside the figure stays, such as met, trend and change.</summary>
    internal static Fact Joined(Fact column, Fact figure) => column with
    {
        Value = figure.Value,
        Unit = figure.Unit,
        OfYear = figure.OfYear,
        ParentAverage = figure.ParentAverage ?? column.ParentAverage,
        Source = figure.Source ?? column.Source,
        Owner = figure.Owner ?? column.Owner,
        Note = figure.Note ?? column.Note,
    };

    private static IndicatorFacts Joined(IndicatorFacts row, string item, Fact figure)
    {
        var index = row.Items.Select(i => i.Id).ToList().IndexOf(item);
        var joined = (index < 0 ? new ItemFact(item, Fact.Unknown) : row.Items[index]) with { Fact = Joined(row.Item(item), figure) };
        return row with { Items = index < 0 ? row.Items.Add(joined) : row.Items.SetItem(index, joined) };
    }

    private Entries Of(int year)
    {
        var entries = _years.Find(y => y.Year == year);
        if (entries is null)
        {
            _years.Add(entries = new Entries(year));
        }

        return entries;
    }

    private IndicatorFacts Indicator(JObject o, FactPath path, FactReader facts)
    {
        var before = _bag.Count;
        var indicator = new IndicatorFacts
        {
            Id = path.Indicator,
            Own = Figure(path, o, facts),
            Items = [.. o.Objects("items").Select(i => Item(i, path, facts)).OfType<ItemFact>()],
            SuperiorTask = facts.SuperiorTask(o["task"] as JObject),
            Targets = [.. o.Objects("targets").Select(Target)],
            PrintedKinds = [.. o.Objects("bindings").Select(b => new PrintedKind(b.Text("level"), b.Text("binding") == "binding"))],
        };
        _faults.Take(_bag, before, path);
        return indicator;
    }

    private ItemFact? Item(JObject o, FactPath indicator, FactReader facts)
    {
        var path = indicator with { Item = o.Text("id") };
        return IsFirst(path, o, $"{path.Indicator}.{path.Item}") ? new ItemFact(path.Item, Figure(path, o, facts))
        {
            SuperiorTask = facts.SuperiorTask(o["task"] as JObject),
        }
        : null;
    }

    private Fact Figure(FactPath path, JObject o, FactReader facts)
    {
        var fact = facts.Fact(o);
        if (o["value"] is { } value)
        {
            _figures[path] = (fact, text.At(value));
        }

        return fact;
    }

    private static DeclaredTarget Target(JObject o) =>
        new(o.Whole("year"), o.Text("text"), o.NumberOrNull("atLeast"), o.NumberOrNull("atMost"), o.Flag("task"));

    // A repeated equal entry is a slip, and read once; of two different ones, neither can be preferred.
    private bool IsFirst(FactPath path, JObject entry, string name)
    {
        var at = text.At(entry["id"]);
        if (locations.TryAdd(path, at))
        {
            _first[path] = entry;
            return true;
        }

        var before = _bag.Count;
        var alike = JToken.DeepEquals(Said(_first[path]), Said(entry));
        var kind = alike ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
        _bag.Add(kind, at, FactReader.Entry(name), locations[path].Beside(at));
        _faults.Take(_bag, before, path);
        return false;
    }

    // What is said for readers does not make two entries different.
    private static JObject Said(JObject entry)
    {
        var said = (JObject)entry.DeepClone();
        foreach (var name in (string[])["source", "owner", "note"])
        {
            said.Remove(name);
        }

        return said;
    }

    /// <summary>What is read of one year, in the order of the file.</summary>
    private sealed class Entries(int year)
    {
        private readonly OrderedDictionary<string, IndicatorFacts> _indicators = new(StringComparer.Ordinal);
        private readonly OrderedDictionary<string, BackgroundFact> _background = new(StringComparer.Ordinal);

        internal int Year { get; } = year;

        internal List<Adjustment> Adjustments { get; } = [];

        internal IEnumerable<IndicatorFacts> Indicators => _indicators.Values;

        internal IEnumerable<BackgroundFact> Background => _background.Values;

        internal void Add(IndicatorFacts indicator) => _indicators.Add(indicator.Id, indicator);

        internal bool Has(string id) => _indicators.ContainsKey(id);

        internal bool Has(string id, string item) => _indicators.GetValueOrDefault(id)?.Items.Any(i => i.Id == item) ?? false;

        internal bool HasBackground(string id) => _background.ContainsKey(id);

        internal void Join(string id, Func<IndicatorFacts, IndicatorFacts> joined) =>
            _indicators[id] = joined(_indicators.GetValueOrDefault(id) ?? new IndicatorFacts { Id = id });

        internal void Join(string id, Func<Fact, Fact> joined) =>
            _background[id] = new BackgroundFact(id, joined(_background.GetValueOrDefault(id)?.Fact ?? Fact.Unknown));
    }
}
