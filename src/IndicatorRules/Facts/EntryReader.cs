using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads the years of a facts file, entry by entry; reports faults, and only the row of a faulty entry is not judged.</summary>
internal sealed class EntryReader(JsonText text, Dictionary<FactPath, Location> locations)
{
    private readonly DiagnosticBag _bag = new();
    private readonly RowFaults _faults = new();
    private readonly Dictionary<FactPath, JObject> _first = [];
    private readonly OrderedDictionary<int, Entries> _years = [];

    internal ImmutableArray<Diagnostic> Diagnostics => _bag.ToImmutable();

    internal IReadOnlyDictionary<FactPath, Diagnostic> Faults => _faults.Copy();

    internal IEnumerable<YearFacts> Years() =>
        _years.Select(y => new YearFacts(y.Key, y.Value.Indicators) { Background = [.. y.Value.Background] });

    /// <summary>Reads one year; a second entry for the same year is merged with the first.</summary>
    internal void Read(JObject o, string document)
    {
        var year = o.Whole("year");
        var at = text.At(o["year"]);
        if (!locations.TryAdd(new FactPath(year), at))
        {
            _bag.Add(DiagnosticCatalog.FactsYearTwice, at, $"{year}", locations[new FactPath(year)].Beside(at));
        }

        if (!_years.TryGetValue(year, out var entries))
        {
            _years.Add(year, entries = new Entries([], []));
        }

        var facts = new FactReader(text, o.Text("document", document), _bag);
        foreach (var entry in o.Objects("indicators"))
        {
            var path = new FactPath(year, entry.Text("id"));
            if (IsFirst(path, entry, path.Indicator))
            {
                entries.Indicators.Add(Indicator(entry, path, facts));
            }
        }

        foreach (var entry in o.Objects("background"))
        {
            var path = FactsFile.BackgroundPath(year, entry.Text("id"));
            if (IsFirst(path, entry, path.Item))
            {
                var before = _bag.Count;
                entries.Background.Add(new BackgroundFact(path.Item, facts.Fact(entry)));
                _faults.Take(_bag, before, path);
            }
        }
    }

    private IndicatorFacts Indicator(JObject o, FactPath path, FactReader facts)
    {
        var before = _bag.Count;
        var indicator = new IndicatorFacts
        {
            Id = path.Indicator,
            Own = facts.Fact(o),
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
        return IsFirst(path, o, $"{path.Indicator}.{path.Item}") ? new ItemFact(path.Item, facts.Fact(o)) : null;
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

    // The source of a figure does not make two entries different.
    private static JObject Said(JObject entry)
    {
        var said = (JObject)entry.DeepClone();
        said.Remove("source");
        return said;
    }

    private sealed record Entries(List<IndicatorFacts> Indicators, List<BackgroundFact> Background);
}
