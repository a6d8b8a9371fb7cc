using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>The entries of facts as texts, by which two files are compared. Not thread-safe.</summary>
internal sealed class PlaceTexts
{
    private const int MostNamed = 8;

    private readonly Dictionary<string, (string Text, LocalizedText Name, bool OfYear)> _entries = new(StringComparer.Ordinal);

    /// <summary>The name of the first place.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>Adds the facts of a place.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="scheme">The scheme that they are for.</param>
    /// <param name="without">The names of fields that are left out of account.</param>
    internal void Add(PlaceFacts facts, Scheme scheme, params string[] without)
    {
        var root = JsonNode.Parse(FactsWriter.ToJson(facts))!;
        var place = root["place"]!;
        Name = Name.Length == 0 ? facts.Place.Name : Name;
        var of = facts.Place;
        Put("place", $"{of.Code}\n{of.Name}\n{of.Level}\n{facts.Note}", new("行政区", "the place"));
        foreach (var attribute in place["attributes"]?.AsArray() ?? [])
        {
            var id = (string)attribute!["id"]!;
            if (attribute.AsObject().Count > 1)
            {
                var known = scheme.Lineage().SelectMany(s => s.Place).FirstOrDefault(a => a.Id == id);
                Put($"attribute {id}", Parts(attribute.AsObject(), known), known?.Name ?? (LocalizedText)id);
            }
        }

        Remove(root["years"]!, without);
        foreach (var year in root["years"]!.AsArray())
        {
            var number = (int)year!["year"]!;
            Put($"{number}", "", new($"{number} 年", $"{number}"));
            foreach (var kind in (string[])["indicators", "background", "adjustments"])
            {
                foreach (var group in (year[kind]?.AsArray() ?? []).GroupBy(e => (string)e!["id"]!))
                {
                    var name = NameOf(scheme, group.Key);
                    Put($"{number} {kind} {group.Key}", string.Join('\n', group.Select(e => e!.ToJsonString())),
                        new($"{number} 年{name.Zh}", $"{number} {name.En}"), ofYear: true);
                }
            }
        }

        void Put(string key, string text, LocalizedText name, bool ofYear = false) =>
            _entries[$"{of.Code} {key}"] = (text, name, ofYear);
    }

    /// <summary>What these facts have that others lack or have otherwise.</summary>
    /// <param name="others">The other facts.</param>
    /// <param name="ofYears">Whether only what they say of years counts, not of the place.</param>
    internal IEnumerable<LocalizedText> Differences(PlaceTexts others, bool ofYears = false) =>
        from entry in _entries
        where !ofYears || entry.Value.OfYear
        where !others._entries.TryGetValue(entry.Key, out var other) || other.Text != entry.Value.Text
        select entry.Value.Name;

    /// <summary>Differences in a message; the first ones by name.</summary>
    internal static LocalizedText Listed(List<LocalizedText> all)
    {
        var named = all.Take(MostNamed).ToList();
        var isMore = all.Count > MostNamed;
        return new(
            string.Join('、', named.Select(n => n.Zh)) + (isMore ? $"等 {all.Count} 处" : ""),
            string.Join(", ", named.Select(n => n.En)) + (isMore ? $" and {all.Count - MostNamed} more" : ""));
    }

    private static void Remove(JsonNode from, string[] names)
    {
        if (from is JsonObject o)
        {
            Array.ForEach(names, n => o.Remove(n));
        }

        foreach (var part in names.Length == 0 ? [] : from is JsonArray list ? list : ((from as JsonObject) ?? []).Select(p => p.Value))
        {
            if (part is not null)
            {
                Remove(part, names);
            }
        }
    }

    // Parts may be called by their words.
    private static string Parts(JsonObject attribute, PlaceAttribute? known)
    {
        if (attribute["shares"] is JsonObject shares && known is not null)
        {
            attribute["shares"] = new JsonObject(shares
                .Select(s => KeyValuePair.Create(known.Choices.FirstOrDefault(c => c.Answers(s.Key))?.Id ?? s.Key, s.Value?.DeepClone()))
                .OrderBy(s => s.Key, StringComparer.Ordinal));
        }

        return attribute.ToJsonString();
    }

    private static LocalizedText NameOf(Scheme scheme, string id) =>
        scheme.Lineage().Select(s => s.Find(id)).FirstOrDefault(i => i is not null) is { } indicator
            ? new($"第{indicator.Number}项“{indicator.Name.Zh}”", $"no. {indicator.Number} `{id}`")
            : scheme.Lineage().SelectMany(s => s.Background).FirstOrDefault(b => b.Id == id)?.Name is { } name
                ? new($"“{name.Zh}”", $"`{id}`") : new($"“{id}”", $"`{id}`");
}
