using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads a facts file: the strict JSON pass, the schema, then the typed reading. Safe on any thread.</summary>
public static class FactsReader
{
    /// <summary>Reads a JSON facts file; everything wrong with it is told at once.</summary>
    /// <param name="path">Where the file is; also its name in diagnostics.</param>
    public static Result<FactsFile> ReadFile(string path) => ReadFile(path, null);

    internal static Result<FactsFile> ReadFile(string path, SchemaMemory? memory)
    {
        var text = StrictJson.ReadFile(path);
        return text.Succeeded ? Read(text.Value, memory) : new(null, text.Diagnostics);
    }

    /// <summary>Reads JSON facts that were already loaded.</summary>
    public static Result<FactsFile> Read(JsonText text) => Read(text, null);

    private static Result<FactsFile> Read(JsonText text, SchemaMemory? memory)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        SchemaFile.Facts.Validate(text, bag, memory);
        return bag.HasErrors ? new(null, bag.ToImmutable()) : Read(text, (JObject)text.Root, bag);
    }

    /// <summary>Reads facts that stand within another file, such as a case, whose schema has checked them.</summary>
    internal static Result<FactsFile> Read(JsonText text, JObject root, DiagnosticBag bag)
    {
        var locations = new Dictionary<FactPath, Location> { [FactsFile.SchemePath] = text.At(root["scheme"] ?? root) };
        var place = PlaceReader.Read((JObject)root["place"]!, root.Text("document"), text, locations, bag);
        var years = new List<YearFacts>();
        foreach (var year in root.Objects("years"))
        {
            var read = Year(year, root.Text("document"), text, locations, bag);
            if (years.Exists(y => y.Year == read.Year))
            {
                bag.Add(DiagnosticCatalog.FactsTwice, text.At(year["year"]), $"{read.Year}");
                continue;
            }

            years.Add(read);
        }

        return Result<FactsFile>.From(bag, () => new FactsFile(
            new PlaceFacts(place, years)
            {
                Note = root.Text("note"),
                Scheme = root.TextOrNull("scheme"),
                Hash = text.Hash,
            },
            text.File,
            locations));
    }

    private static YearFacts Year(
        JObject o, string document, JsonText text, Dictionary<FactPath, Location> locations, DiagnosticBag bag)
    {
        var year = o.Whole("year");
        locations[new FactPath(year)] = text.At(o["year"]);
        var facts = new FactReader(text, o.Text("document", document), bag);
        var indicators = new List<IndicatorFacts>();
        foreach (var entry in o.Objects("indicators"))
        {
            var path = new FactPath(year, entry.Text("id"));
            if (!locations.TryAdd(path, text.At(entry["id"])))
            {
                bag.Add(DiagnosticCatalog.FactsTwice, text.At(entry["id"]), path.Indicator);
                continue;
            }

            indicators.Add(new IndicatorFacts
            {
                Id = path.Indicator,
                Own = facts.Fact(entry),
                Items = [.. entry.Objects("items").Select(i => Item(i, path, text, facts, locations, bag)).OfType<ItemFact>()],
                Task = facts.Task(entry["task"] as JObject),
                Targets = [.. entry.Objects("targets").Select(Target)],
                Bindings = [.. entry.Objects("bindings").Select(b => new PrintedBinding(b.Text("level"), b.Text("binding") == "binding"))],
            });
        }

        return new YearFacts(year, indicators)
        {
            Background = [.. o.Objects("background").Select(b => Background(b, year, text, facts, locations, bag)).OfType<BackgroundFact>()],
        };
    }

    private static DeclaredTarget Target(JObject o) =>
        new(o.Whole("year"), o.Text("text"), o.NumberOrNull("atLeast"), o.NumberOrNull("atMost"), o.Flag("task"));

    private static BackgroundFact? Background(
        JObject o, int year, JsonText text, FactReader facts, Dictionary<FactPath, Location> locations, DiagnosticBag bag)
    {
        if (locations.TryAdd(FactsFile.BackgroundPath(year, o.Text("id")), text.At(o["id"])))
        {
            return new BackgroundFact(o.Text("id"), facts.Fact(o));
        }

        bag.Add(DiagnosticCatalog.FactsTwice, text.At(o["id"]), o.Text("id"));
        return null;
    }

    private static ItemFact? Item(
        JObject o, FactPath indicator, JsonText text, FactReader facts, Dictionary<FactPath, Location> locations, DiagnosticBag bag)
    {
        var path = indicator with { Item = o.Text("id") };
        if (locations.TryAdd(path, text.At(o["id"])))
        {
            return new ItemFact(path.Item, facts.Fact(o));
        }

        bag.Add(DiagnosticCatalog.FactsTwice, text.At(o["id"]), $"{path.Indicator}.{path.Item}");
        return null;
    }
}
