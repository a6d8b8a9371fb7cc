using System.Text.Json.Nodes;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>A facts file with every row of the scheme and no figure in it: each row is Undetermined until it is filled in.</summary>
internal static class FactsTemplate
{
    private const int YearWithoutBase = 2025;

    internal static JsonObject Of(string id, Scheme? upper, string schemas) => new()
    {
        ["note"] = Note(upper),
        ["$schema"] = $"{schemas}/facts.schema.json",
        ["scheme"] = id,
        ["place"] = new JsonObject
        {
            ["code"] = "（请填写行政区划代码）",
            ["name"] = "（请填写行政区）",
            ["level"] = "county",
            ["attributes"] = new JsonArray([.. (upper?.Place ?? []).Select(p => (JsonNode)Attribute(p))]),
        },
        ["years"] = new JsonArray(new JsonObject
        {
            ["year"] = upper?.BaseYear ?? YearWithoutBase,
            ["indicators"] = upper is null
                ? new JsonArray(new JsonObject { ["id"] = "example-indicator", ["value"] = "" })
                : new JsonArray([.. upper.Indicators.Select(i => (JsonNode)Row(i))]),
        }),
    };

    // What the attributes may be stands in the note, since JSON has no comments.
    private static string Note(Scheme? upper)
    {
        var choices = (upper?.Place ?? []).Where(p => p.Kind == AttributeKind.Choice)
            .Select(p => $"{p.Id}（{p.Name.Zh}）可填 {string.Join("、", p.Choices.Select(c => c.Text.Zh))}");
        var others = (upper?.Place ?? []).Where(p => p.Kind != AttributeKind.Choice)
            .Select(p => p.Kind == AttributeKind.Shares ? $"{p.Id}（{p.Name.Zh}）各部分合计 100" : $"{p.Id}（{p.Name.Zh}）填数字");
        var asked = string.Join("；", choices.Concat(others));
        return "填报模板：尚未填写，不可作为结论。" + (asked.Length > 0 ? $"行政区属性现为占位，请改成实际情况：{asked}。" : "");
    }

    private static JsonObject Attribute(PlaceAttribute attribute)
    {
        var o = new JsonObject { ["id"] = attribute.Id };
        switch (attribute.Kind)
        {
            case AttributeKind.Choice:
                o["choice"] = attribute.Choices[0].Text.Zh;
                break;
            case AttributeKind.Number:
                o["number"] = 1;
                break;
            default:
                o["shares"] = new JsonObject(attribute.Choices.Select((c, i) => KeyValuePair.Create(c.Id, (JsonNode?)(i == 0 ? 100 : 0))));
                break;
        }

        return o;
    }

    private static JsonObject Row(Indicator indicator)
    {
        var row = new JsonObject { ["id"] = indicator.Id };
        if (indicator.Items.IsEmpty)
        {
            row["value"] = "";
        }
        else
        {
            row["items"] = new JsonArray([.. indicator.Items.Select(i => (JsonNode)new JsonObject { ["id"] = i.Id, ["value"] = "" })]);
        }

        return row;
    }
}
