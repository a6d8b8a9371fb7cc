using System.Text.Json.Nodes;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>A facts file with every row of the scheme and no figure in it: each row is Undetermined until it is filled in.</summary>
internal static class FactsTemplate
{
    private const int YearWithoutBase = 2025;

    internal static JsonObject Of(string id, Scheme? upper, string schemas) => new()
    {
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

    // Left empty: rules that need it are Undetermined, and the report says what to fill in.
    private static JsonObject Attribute(PlaceAttribute attribute) => attribute.Kind switch
    {
        AttributeKind.Choice => new() { ["id"] = attribute.Id, ["choice"] = "" },
        AttributeKind.Number => new() { ["id"] = attribute.Id },
        _ => new() { ["id"] = attribute.Id, ["shares"] = new JsonObject() },
    };

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
