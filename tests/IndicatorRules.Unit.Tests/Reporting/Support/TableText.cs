using System.Text.Json.Nodes;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>Facts files as the rows of one table: everything that bears on a verdict, each in its own column.</summary>
internal static class TableText
{
    private static readonly string[] Columns =
    [
        "place", "year", "indicator", "item", "value", "kind", "unit", "ofYear", "met", "trend", "change",
        "changeSince", "done", "assigned",
        "task", "taskName", "taskUnit", "taskRequired", "taskLimit", "taskActual", "name",
        "place.Climate", "place.Terrain.Mountain", "place.Terrain.Hill", "place.Terrain.Plain",
    ];

    internal static string Of(IEnumerable<JsonObject> places) =>
        string.Join(',', Columns) + "\n" + string.Concat(places.SelectMany(RowsOfPlace).Select(Line));

    private static string Line(Dictionary<string, string> row) =>
        string.Join(',', Columns.Select(c => Cell(row.GetValueOrDefault(c, "")))) + "\n";

    private static IEnumerable<Dictionary<string, string>> RowsOfPlace(JsonObject facts)
    {
        var place = facts["place"]!;
        var first = new Dictionary<string, string> { ["name"] = (string)place["name"]! };
        foreach (var attribute in place["attributes"]!.AsArray())
        {
            if (attribute!["choice"] is { } choice)
            {
                first["place.Climate"] = (string)choice!;
            }
            else
            {
                foreach (var (part, share) in attribute["shares"]!.AsObject())
                {
                    first[$"place.Terrain.{part}"] = share!.ToString();
                }
            }
        }

        var rows = from year in facts["years"]!.AsArray()
                   from indicator in year!["indicators"]!.AsArray()
                   from row in Rows(indicator!.AsObject())
                   select new Dictionary<string, string>(row)
                   {
                       ["place"] = (string)place["code"]!,
                       ["year"] = year["year"]!.ToString(),
                       ["indicator"] = (string)indicator!["id"]!,
                   };
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            yield return i > 0 ? row : new Dictionary<string, string>(first.Concat(row));
        }
    }

    private static IEnumerable<Dictionary<string, string>> Rows(JsonObject indicator)
    {
        var own = Fact(indicator);
        var task = indicator["task"];
        if (task?["state"] is { } state)
        {
            own["task"] = (string)state!;
        }

        yield return own;
        foreach (var figure in task?["figures"]?.AsArray() ?? [])
        {
            var row = new Dictionary<string, string>
            {
                ["taskName"] = (string)figure!["name"]!,
                ["taskUnit"] = (string)figure["unit"]!,
                ["taskRequired"] = figure["required"]!.ToString(),
                ["taskLimit"] = (string?)figure["limit"] ?? "",
            };
            // A figure of a task is a number or none: what kind of none makes no difference to it.
            row["taskActual"] = Reading(figure["actual"]).FirstOrDefault(c => c.Key == "value").Value ?? "";

            yield return row;
        }

        foreach (var item in indicator["items"]?.AsArray() ?? [])
        {
            var row = Fact(item!.AsObject());
            row["item"] = (string)item["id"]!;
            yield return row;
        }
    }

    private static Dictionary<string, string> Fact(JsonObject fact)
    {
        var row = new Dictionary<string, string>(Reading(fact["value"]));
        foreach (var name in (string[])["unit", "ofYear", "met", "trend"])
        {
            row[name] = fact[name]?.ToString() ?? "";
        }

        row["change"] = fact["change"]?["percent"]!.ToString() ?? "";
        row["changeSince"] = fact["change"]?["since"]!.ToString() ?? "";
        return row;
    }

    private static IEnumerable<KeyValuePair<string, string>> Reading(JsonNode? value)
    {
        if (value is not JsonObject typed)
        {
            yield return new("value", value?.ToString() ?? "");
            yield break;
        }

        foreach (var (name, written) in typed)
        {
            yield return name switch
            {
                "absent" => new("kind", (string)written!),
                "words" => new("value", (string)written!),
                "low" => new("value", $"{written}-{typed["high"]}"),
                "high" => new("unit", ""),
                "atLeast" => new("value", $"≥{written}"),
                "moreThan" => new("value", $"＞{written}"),
                "atMost" => new("value", $"≤{written}"),
                "lessThan" => new("value", $"＜{written}"),
                _ => new(name, written!.ToString()),
            };
        }
    }

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
