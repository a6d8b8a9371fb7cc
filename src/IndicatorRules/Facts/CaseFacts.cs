using System.Text.RegularExpressions;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads the facts of a case: its own, or those of another file of the plugin, with the case's changes.</summary>
internal static partial class CaseFacts
{
    private static readonly string[] OfItemsAlone = ["id", "items"];

    internal static Result<FactsFile> Read(JsonText text, JObject root, DiagnosticBag bag)
    {
        var read = root["facts"] is JObject own ? OfObject(text, own, bag) : OfFile(text, root, bag);
        return read.Value is { } facts && root["change"] is JArray ? Changed(facts, text, root) : read;
    }

    // The schema accepts a path or an object, and can require nothing of the one alone.
    private static Result<FactsFile> OfObject(JsonText text, JObject own, DiagnosticBag bag)
    {
        if (own["place"] is not null)
        {
            return FactsReader.Read(text, own, bag);
        }

        bag.Add(DiagnosticCatalog.PropertyMissing, text.At(own), "place");
        return new(null, bag.ToImmutable());
    }

    // A case of a packed plugin has its facts with it: no path leads out of the plugin's folder.
    private static Result<FactsFile> OfFile(JsonText text, JObject root, DiagnosticBag bag)
    {
        var path = root.Text("facts");
        if (!Place().IsMatch(path) || !PlainFile.IsPortableName(Path.GetFileName(path)))
        {
            bag.Add(DiagnosticCatalog.CaseFactsPath, text.At(root["facts"]), path);
            return new(null, bag.ToImmutable());
        }

        var plugin = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(text.File)))!;
        var file = Path.Combine(plugin, path[3..].Replace('/', Path.DirectorySeparatorChar));
        if (!File.Exists(file))
        {
            bag.Add(DiagnosticCatalog.CaseFactsMissing, text.At(root["facts"]), path);
            return new(null, bag.ToImmutable());
        }

        var shown = Path.GetDirectoryName(Path.GetDirectoryName(text.File)) is { Length: > 0 } named
            ? Path.Combine(named, path[3..]) : path[3..];
        var read = JsonText.Read(PlainFile.Read(file, StrictJson.MaxBytes), shown, "facts");
        return read.Value is { } facts ? FactsReader.Read(facts) : new(null, read.Diagnostics);
    }

    private static Result<FactsFile> Changed(FactsFile facts, JsonText text, JObject root)
    {
        var (locations, removals) = (new Dictionary<FactPath, Location>(), new List<(int, string, Location)>());
        var entries = new EntryReader(text, locations);
        foreach (var change in root.Objects("change"))
        {
            entries.Read(change, root.Text("document"));
        }

        var origins = new Dictionary<FactPath, EntryOrigin>(facts.Origins);
        var years = facts.Facts.Years.ToDictionary(y => y.Year);
        foreach (var changed in entries.Years())
        {
            var of = root.Objects("change").First(c => c.Whole("year") == changed.Year);
            years[changed.Year] = Changed(years.GetValueOrDefault(changed.Year) ?? new YearFacts(changed.Year, []), changed, of, origins);
        }

        foreach (var change in root.Objects("change"))
        {
            years.TryAdd(change.Whole("year"), new YearFacts(change.Whole("year"), []));
            foreach (var removed in change.Tokens("remove"))
            {
                var before = years[change.Whole("year")];
                var after = Without(before, (string)removed!);
                years[before.Year] = after ?? before;
                if (after is null)
                {
                    removals.Add((before.Year, (string)removed!, text.At(removed)));
                }
            }
        }

        var with = new PlaceFacts(facts.Facts.Place, years.Values)
        {
            Note = facts.Facts.Note,
            Scheme = facts.Facts.Scheme,
            Hash = facts.Facts.Hash,
        };
        return new(
            new FactsFile(with, facts.Name, path => locations.TryGetValue(path, out var at) ? at : facts.At(path))
            {
                Faults = facts.Faults.Concat(entries.Faults).GroupBy(f => f.Key).ToDictionary(f => f.Key, f => f.Last().Value),
                Origins = origins,
                Removals = removals,
            },
            entries.Diagnostics);
    }

    // An entry takes the place of the file's; one that names items alone changes these and leaves the rest. What the file calls otherwise
    // is beside it until the scheme is known.
    private static YearFacts Changed(YearFacts year, YearFacts changed, JObject of, Dictionary<FactPath, EntryOrigin> origins)
    {
        var itemsAlone = of.Objects("indicators").Where(i => i.Properties().All(p => OfItemsAlone.Contains(p.Name)))
            .Select(i => i.Text("id")).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in changed.Indicators)
        {
            origins[new FactPath(year.Year, entry.Id)] = itemsAlone.Contains(entry.Id) ? EntryOrigin.ChangeOfItems : EntryOrigin.Change;
            foreach (var item in entry.Items)
            {
                origins[new FactPath(year.Year, entry.Id, item.Id)] = EntryOrigin.Change;
            }
        }

        foreach (var path in changed.Background.Select(b => FactsFile.BackgroundPath(year.Year, b.Id))
                     .Concat(changed.Adjustments.Select(a => FactsFile.AdjustmentPath(year.Year, a.Id))))
        {
            origins[path] = EntryOrigin.Change;
        }

        var indicators = year.Indicators.Select(i => changed.Find(i.Id) is not { } now ? i
            : !itemsAlone.Contains(i.Id) ? now
            : i with { Items = [.. i.Items.Where(item => now.Items.All(n => n.Id != item.Id)), .. now.Items] });
        return new YearFacts(year.Year, [.. indicators, .. changed.Indicators.Where(i => year.Find(i.Id) is null)])
        {
            Background = [.. year.Background.Where(b => changed.Background.All(c => c.Id != b.Id)), .. changed.Background],
            Adjustments = [.. year.Adjustments.Where(a => changed.Adjustments.All(c => c.Id != a.Id)), .. changed.Adjustments],
        };
    }

    // Null where the year has no such entry; an item is named behind its indicator and a dot.
    private static YearFacts? Without(YearFacts year, string entry)
    {
        var dot = entry.IndexOf('.', StringComparison.Ordinal);
        var (id, item) = dot < 0 ? (entry, "") : (entry[..dot], entry[(dot + 1)..]);
        if (year.Find(entry) is not null || (year.Find(id)?.Items.Any(i => i.Id == item) ?? false))
        {
            var left = year.Find(entry) is not null
                ? year.Indicators.Where(i => i.Id != entry)
                : year.Indicators.Select(i => i.Id == id ? i with { Items = [.. i.Items.Where(one => one.Id != item)] } : i);
            return new YearFacts(year.Year, [.. left]) { Background = year.Background, Adjustments = year.Adjustments };
        }

        return year.Background.All(b => b.Id != entry) && year.Adjustments.All(a => a.Id != entry) ? null
            : new YearFacts(year.Year, year.Indicators)
            {
                Background = [.. year.Background.Where(b => b.Id != entry)],
                Adjustments = [.. year.Adjustments.Where(a => a.Id != entry)],
            };
    }

    [GeneratedRegex(@"^\.\./(facts\.json|facts/[^/\\]+\.json)\z")]
    private static partial Regex Place();
}
