using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.TestKit;

/// <summary>Random places as the text of a facts file: every form of reading, claim, course and task on every row.</summary>
internal static class RandomFacts
{
    internal const int Year = 2022;

    private static readonly string[] Telling =
    [
        "0", "4.49", "4.5", "18", "19.99", "20", "39.312", "42.99", "43", "44.99", "45", "46.72", "49.99", "50", "52.99", "53", "54.99",
        "55", "59.99", "60", "60.01", "74.99", "75", "79.99", "80", "85", "89.99", "90", "94.99", "95", "99.99", "100", "100.01",
    ];

    private static readonly Gen<string> Number = Gen.Frequency(
        (3, Gen.Elements(Telling)),
        (1, Gen.Choose(0, 12_000).Select(n => (n / 100m).ToString(CultureInfo.InvariantCulture))));

    private static readonly Gen<string> Absence = Gen.Elements(
        "\"-\"", "\"\"", "\"无\"", "\"不涉及\"", "\"不考核\"", "\"上级未下达目标任务\"", "\"无监测点\"", "\"很高\"",
        "{ \"absent\": \"not-reported\" }", "{ \"absent\": \"nothing-of-the-kind\", \"words\": \"没有这一类\" }",
        "{ \"absent\": \"not-assessed\" }", "{ \"absent\": \"not-measurable\" }");

    private static readonly Gen<string> Bound =
        from form in Gen.Elements("atLeast", "moreThan", "atMost", "lessThan")
        from n in Number
        select $"{{ \"{form}\": {n} }}";

    private static readonly Gen<string> Range =
        from one in Number
        from other in Number
        from words in Gen.Elements(true, false)
        let ends = Ordered(one, other)
        select words ? $"\"{ends.Low}-{ends.High}\"" : $"{{ \"low\": {ends.Low}, \"high\": {ends.High} }}";

    private static readonly Gen<string> Quota =
        from done in Gen.Choose(0, 30)
        from assigned in Gen.Choose(1, 30)
        select $"{{ \"done\": {done}, \"assigned\": {assigned} }}";

    private static readonly Gen<string> Reading = Gen.Frequency(
        (10, Number), (3, Range), (3, Bound), (2, Quota), (3, Absence),
        (1, Number.Select(n => $"\"≥{n}\"")), (1, Number.Select(n => $"\"＜{n}\"")));

    private static readonly Gen<string> Course = Gen.Frequency(
        (4, Gen.Constant("")),
        (1, Gen.Elements("stable", "improving", "worsening").Select(t => $", \"trend\": \"{t}\"")),
        (1, from percent in Gen.Elements("-26.15", "-0.01", "0", "3.5")
            from since in Gen.Elements(Year - 1, Year - 2)
            select $", \"change\": {{ \"percent\": {percent}, \"since\": {since} }}"));

    private static readonly Gen<string> Met = Gen.Frequency(
        (2, Gen.Constant("")), (2, Gen.Constant(", \"met\": true")), (1, Gen.Constant(", \"met\": false")));

    private static readonly Gen<string> SuperiorTaskFigure =
        from required in Number
        from limit in Gen.Elements("", ", \"limit\": \"at-most\"", ", \"limit\": \"at-least\"")
        from actual in Gen.Frequency((1, Gen.Constant("")), (5, Reading.Select(r => $", \"actual\": {r}")))
        select $"{{ \"name\": \"任务\", \"unit\": \"吨\", \"required\": {required}{limit}{actual} }}";

    private static readonly Gen<string> Task = Gen.Frequency(
        (3, Gen.Constant("")),
        (3, Gen.Elements("none-set", "completed", "not-completed").Select(s => $", \"task\": {{ \"state\": \"{s}\" }}")),
        (3, Gen.NonEmptyListOf(SuperiorTaskFigure).Select(f => $", \"task\": {{ \"figures\": [{string.Join(", ", f.Take(3))}] }}")));

    internal static Gen<string> For(Scheme scheme) =>
        from climate in Gen.Frequency((4, Gen.Constant("半湿润地区")), (1, Gen.Elements("湿润地区", "干旱地区")))
        from mountain in Gen.Choose(0, 1000)
        from hill in Gen.Choose(0, 1000 - mountain)
        from before in Gen.Frequency((3, Rows(scheme, Year - 1)), (1, Gen.Constant((string?)null)))
        from now in Rows(scheme, Year)
        from after in Gen.Frequency((1, Rows(scheme, Year + 1)), (2, Gen.Constant((string?)null)))
        select Agreeing($$"""
            { "$schema": "facts.schema.json", "scheme": "{{scheme.Id}}",
              "place": { "code": "random", "name": "随机县", "attributes": [
                { "id": "Climate", "choice": "{{climate}}" },
                { "id": "Terrain", "shares":
                  { "Mountain": {{Tenths(mountain)}}, "Hill": {{Tenths(hill)}}, "Plain": {{Tenths(1000 - mountain - hill)}} } } ] },
              "years": [{{(before is null ? "" : $"{{ \"year\": {Year - 1}, \"indicators\": [{before}] }},")}}
                { "year": {{Year}}, "indicators": [{{now}}] }
                {{(after is null ? "" : $", {{ \"year\": {Year + 1}, \"indicators\": [{after}] }}")}}] }
            """);

    // Two columns that give one year's figure give the same one: of several the latest column's stays, the others lose theirs.
    private static string Agreeing(string text)
    {
        var facts = JsonNode.Parse(text)!;
        var seen = new HashSet<(string, string, int)>();
        foreach (var column in ((JsonArray)facts["years"]!).Reverse())
        {
            foreach (var row in ((JsonArray)column!["indicators"]!).OfType<JsonObject>())
            {
                var items = (row["items"] as JsonArray)?.OfType<JsonObject>() ?? [];
                foreach (var (item, fact) in items.Select(i => ((string)i["id"]!, i)).Prepend(("", row)))
                {
                    if (fact["value"] is not null && !seen.Add(((string)row["id"]!, item, (int?)fact["ofYear"] ?? (int)column["year"]!)))
                    {
                        fact.Remove("value");
                    }
                }
            }
        }

        return facts.ToJsonString(
            new JsonSerializerOptions { WriteIndented = false, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    private static Gen<string?> Rows(Scheme scheme, int column) =>
        Gen.CollectToList(scheme.Indicators, i => Row(i, column))
            .Select(rows => (string?)string.Join(",\n", rows.Where(r => r.Length > 0)));

    private static Gen<string> Row(Indicator indicator, int column) =>
        from fact in Fact(indicator.Id, indicator.States, column)
        from items in Gen.CollectToList(indicator.Items, i => Maybe(Fact(i.Id, i.States, column).Select(f => $"{{ {f} }}"), 6))
        from task in Task
        from there in Gen.Choose(0, 19)
        let parts = items.Where(i => i.Length > 0).ToList()
        select there == 0 ? "" : $"{{ {fact}{task}{(parts.Count == 0 ? "" : $", \"items\": [{string.Join(", ", parts)}]")} }}";

    private static Gen<string> Fact(string id, IEnumerable<StateInfo> states, int column) =>
        from value in Maybe(states.Any() ? State(states) : Reading, 8)
        from met in Met
        from course in Course
        from lag in Gen.Frequency((6, Gen.Constant<int?>(null)), (1, Gen.Choose(column == Year + 1 ? 1 : 0, 2).Select(n => (int?)n)))
        let ofYear = lag is { } years ? $", \"ofYear\": {column - years}" : ""
        select $"\"id\": \"{id}\"{(value.Length == 0 ? "" : $", \"value\": {value}")}{ofYear}{met}{course}";

    private static Gen<string> State(IEnumerable<StateInfo> states) => Gen.Frequency(
        (6, Gen.Elements(states.SelectMany(s => s.Answers).Where(w => w[0] > 127).ToArray()).Select(w => $"\"{w}\"")), (2, Absence));

    private static Gen<string> Maybe(Gen<string> text, int often) => Gen.Frequency((often, text), (1, Gen.Constant("")));

    private static string Tenths(int tenths) => (tenths / 10m).ToString(CultureInfo.InvariantCulture);

    private static (string Low, string High) Ordered(string one, string other) =>
        decimal.Parse(one, CultureInfo.InvariantCulture) <= decimal.Parse(other, CultureInfo.InvariantCulture)
            ? (one, other)
            : (other, one);
}
