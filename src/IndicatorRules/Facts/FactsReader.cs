using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads a facts file: the strict JSON pass, the schema, then the typed reading. Safe on any thread.</summary>
public static class FactsReader
{
    /// <summary>Reads a JSON facts file; everything wrong with it is told at once.</summary>
    /// <param name="path">Where the file is; also its name in diagnostics.</param>
    public static Result<FactsFile> ReadFile(string path)
    {
        var text = StrictJson.ReadFile(path);
        return text.Succeeded ? Read(text.Value) : new(null, text.Diagnostics);
    }

    /// <summary>Reads JSON facts from an open file or pipe.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Result<FactsFile> Read(InputFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = JsonText.Read(file.ReadAll(StrictJson.MaxBytes + 1), name);
        return text.Succeeded ? Read(text.Value) : new(null, text.Diagnostics);
    }

    /// <summary>Reads JSON facts that were already loaded.</summary>
    public static Result<FactsFile> Read(JsonText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        SchemaFile.Facts.Validate(text, bag);
        return bag.HasErrors ? new(null, bag.ToImmutable()) : Read(text, (JObject)text.Root, bag);
    }

    /// <summary>Reads facts that stand within another file, such as a case, whose schema has checked them.</summary>
    /// <remarks>An error in one entry leaves the rest to be judged: the file carries it, and it is among the diagnostics.</remarks>
    internal static Result<FactsFile> Read(JsonText text, JObject root, DiagnosticBag bag)
    {
        var locations = new Dictionary<FactPath, Location> { [FactsFile.SchemePath] = text.At(root["scheme"] ?? root) };
        var place = PlaceReader.Read((JObject)root["place"]!, root.Text("document"), text, locations, bag);
        PlaceCode.Validate(place.Code, text.At(root["place"]!["code"]), bag);
        var entries = new EntryReader(text, locations);
        foreach (var year in root.Objects("years"))
        {
            entries.Read(year, root.Text("document"));
        }

        var facts = bag.HasErrors ? null : new FactsFile(
            new PlaceFacts(place, entries.Years())
            {
                Note = root.Text("note"),
                Scheme = root.TextOrNull("scheme"),
                Hash = text.Hash,
            },
            text.File,
            locations)
        {
            Faults = entries.Faults,
        };
        bag.AddRange(entries.Diagnostics);
        return new(facts, bag.ToImmutable());
    }
}
