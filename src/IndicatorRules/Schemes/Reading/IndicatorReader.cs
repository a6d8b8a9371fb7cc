using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads the entries under <c>indicators</c>.</summary>
internal sealed class IndicatorReader(
    JsonText text, RuleTextReader rules, SourceRef source, ImmutableArray<Stage> stages, DiagnosticBag bag)
{
    // The fields allowed beside `from`.
    private static readonly ImmutableArray<string> BesideFrom =
        ["id", "from", "override", "also", "aliases", "rule", "items", "note", "stages"];

    private static readonly ImmutableArray<string> OfUpper = ["scheme", "indicator"];

    internal IndicatorEntry Read(JObject o)
    {
        var from = o.Tokens("from").Select(f => Upper(f, o.Text("id"))).ToImmutableArray();
        if (!from.IsEmpty)
        {
            foreach (var property in o.Properties().Where(p => !BesideFrom.Contains(p.Name)))
            {
                bag.Add(DiagnosticCatalog.UndeclaredOverride, text.At(property), o.Text("id"), property.Name);
            }
        }

        foreach (var fields in new[] { o, o["override"] as JObject }.OfType<JObject>()
                     .Where(f => f["kind"] is not null && f["binding"] is not null))
        {
            bag.Add(DiagnosticCatalog.KindTwice, text.At(fields["kind"]), o.Text("id"));
        }

        return new IndicatorEntry
        {
            Id = o.Text("id"),
            Location = text.At(o),
            Own = Fields(o),
            From = from,
            Override = o["override"] is JObject replaced ? Fields(replaced) : null,
            Also = rules.Read(o["also"]),
            Stages = [.. o.Objects("stages").Select(StageOf).OfType<StageEntry>().OrderBy(s => s.Stage.Year)],
        };
    }

    private UpperIndicator Upper(JToken from, string id)
    {
        if (from is not JObject renamed)
        {
            return new UpperIndicator((string)from!, id);
        }

        // NJsonSchema applies `required` to strings too, so the schema cannot require these.
        foreach (var missing in OfUpper.Where(name => renamed[name] is null))
        {
            bag.Add(DiagnosticCatalog.PropertyMissing, text.At(renamed), missing);
        }

        return new UpperIndicator(renamed.Text("scheme"), renamed.Text("indicator"));
    }

    private IndicatorFields Fields(JObject o) => new()
    {
        Number = PrintedIn(o),
        TaskGroup = o.TextOrNull("task"),
        Group = o.TextOrNull("group"),
        Name = o.LocalizedOrNull("name"),
        Aliases = [.. Aliases(o, ""), .. o.Objects("items").SelectMany(i => Aliases(i, i.Text("id")))],
        Unit = o.TextOrNull("unit"),
        MeasuredIn = o.TextOrNull("measuredIn"),
        Direction = WordReader.DirectionOf(o.TextOrNull("direction")),
        Decimals = o.WholeOrNull("decimals"),
        Range = WordReader.Range(o),
        Starred = o.FlagOrNull("star"),
        Kind = o.TextOrNull("kind") ?? o.TextOrNull("binding"),
        Target = o.LocalizedOrNull("target"),
        Items = o["items"] is null ? null : [.. o.Objects("items").Select(i => ItemOf(i, o.Text("unit"), o.TextOrNull("direction")))],
        ItemRows = ItemRows(o),
        States = o["states"] is null ? null : WordReader.States(o),
        Absence = WordReader.Absence(o["absence"] as JObject),
        Rule = rules.Read(o["rule"]),
        Source = o["source"] is JObject at ? SchemeReader.Source(at, source) : null,
        Note = o.LocalizedOrNull("note"),
        Replaces = o.LocalizedOrNull("replaces"),
        Because = o.LocalizedOrNull("because"),
        // `kind` and `binding` are one field.
        At = o.Properties().GroupBy(p => p.Name == "kind" ? "binding" : p.Name).ToDictionary(g => g.Key, g => text.At(g.First().Value)),
    };

    private IEnumerable<WrittenAlias> Aliases(JObject o, string item) =>
        o.Tokens("aliases").Select(alias => new WrittenAlias(item, (string)alias!, text.At(alias)));

    private Dictionary<string, ItemRowEntry> ItemRows(JObject o)
    {
        var rows = new Dictionary<string, ItemRowEntry>(StringComparer.Ordinal);
        foreach (var item in o.Objects("items"))
        {
            if (rules.Read(item["rule"]) is { } rule)
            {
                var stages = item.Objects("stages").Select(StageOf).OfType<StageEntry>().OrderBy(s => s.Stage.Year);
                rows.TryAdd(item.Text("id"), new(PrintedIn(item), rule, [.. stages], text.At(item)));
            }
            else if (item["rule"] is null)
            {
                // A rule that cannot be read has been reported.
                foreach (var property in item.Properties().Where(p => p.Name is "number" or "stages"))
                {
                    bag.Add(DiagnosticCatalog.ItemWithoutRule, text.At(property), $"{o.Text("id")}.{item.Text("id")}", property.Name);
                }
            }
        }

        return rows;
    }

    internal static string? PrintedIn(JObject o) => (o["number"] as JValue)?.ToString(CultureInfo.InvariantCulture);

    private static Item ItemOf(JObject o, string unit, string? direction) => new()
    {
        Id = o.Text("id"),
        Name = o.Localized("name"),
        Aliases = [.. o.Texts("aliases")],
        Unit = o.Text("unit", unit),
        MeasuredIn = o.TextOrNull("measuredIn"),
        Direction = WordReader.DirectionOf(o.TextOrNull("direction") ?? direction) ?? Contract.Direction.None,
        Range = WordReader.Range(o),
        Target = o.LocalizedOrNull("target"),
        Starred = o.Flag("star"),
        Printed = o.Flag("printed", true),
        States = WordReader.States(o),
        Absence = WordReader.Absence(o["absence"] as JObject),
    };

    private StageEntry? StageOf(JObject o)
    {
        var stage = stages.FirstOrDefault(s => s.Id == o.Text("id"));
        if (stage is null)
        {
            bag.AddWithSuggestion(
                DiagnosticCatalog.UnknownId, text.At(o["id"]), bag.Guess(o.Text("id"), stages.Select(s => s.Id)),
                new("阶段", "stage"), o.Text("id"));
        }

        var rule = rules.Read(o["rule"]);
        var applies = o.Flag("applies", true);
        if (!applies && rule is not null)
        {
            bag.Add(DiagnosticCatalog.StageRuleUnused, text.At(o["rule"]), o.Text("id"));
        }

        // A rule that cannot be read has been reported.
        return stage is null || (rule is null && o["rule"] is not null) ? null
            : new StageEntry(stage, o.LocalizedOrNull("target"), rule, text.At(o)) { Applies = applies, Because = o.Localized("because") };
    }
}
