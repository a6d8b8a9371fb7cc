using System.Text.Json.Nodes;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>
/// The cases of a new plugin: the upper scheme's, which pass while its rows are taken over unchanged; or two of the example row.
/// </summary>
internal static class CaseTemplates
{
    internal static IEnumerable<(string Name, string Text)> Of(Scheme? upper, string schemas)
    {
        if (upper is null)
        {
            yield return ("at-threshold.json", PluginTemplate.Text(Example("恰好等于指标值：达标", 60, "met", 0, schemas)));
            var below = Example("比指标值低0.01：未达标", 59.99m, "notMet", -0.01m, schemas);
            yield return ("just-below-threshold.json", PluginTemplate.Text(below));
            yield break;
        }

        var folder = Path.Combine(upper.Folder, "cases");
        foreach (var file in Directory.Exists(folder) ? PlainFile.In(folder, ".json") : [])
        {
            var text = File.ReadAllText(file);
            if (!AsksTheWhole(text))
            {
                yield return (Path.GetFileName(file), Pointing(text, schemas));
            }
        }
    }

    // The conclusion and the checks of an upper scheme are not taken over.
    private static bool AsksTheWhole(string text) =>
        JsonNode.Parse(text) is JsonObject root && (root.ContainsKey("expectConclusion") || root.ContainsKey("expectFindings"));

    // The author's text, with the path of the schema as seen from the new plugin.
    private static string Pointing(string text, string schemas)
    {
        var named = (string?)JsonNode.Parse(text)?["$schema"];
        return named is null ? text : text.Replace($"\"{named}\"", $"\"{At(schemas)}\"", StringComparison.Ordinal);
    }

    private static JsonObject Example(string name, decimal value, string status, decimal margin, string schemas) => new()
    {
        ["note"] = "虚构数据：行政区和数字均为虚构，仅用于检验规则。",
        ["$schema"] = At(schemas),
        ["name"] = name,
        ["year"] = 2023,
        ["facts"] = new JsonObject
        {
            ["place"] = new JsonObject { ["code"] = "example", ["name"] = "示例县" },
            ["years"] = new JsonArray(new JsonObject
            {
                ["year"] = 2023,
                ["indicators"] = new JsonArray(new JsonObject { ["id"] = "example-indicator", ["value"] = value }),
            }),
        },
        ["expect"] = new JsonArray(new JsonObject
        {
            ["id"] = "example-indicator",
            ["status"] = status,
            ["basis"] = "measured",
            ["margin"] = margin,
        }),
    };

    private static string At(string schemas) => $"../{schemas}/case.schema.json";
}
