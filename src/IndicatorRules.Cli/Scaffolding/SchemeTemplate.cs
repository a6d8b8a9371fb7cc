using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>scheme.json of a new plugin: every row of the upper scheme with an entry of its own, or one example row.</summary>
internal static class SchemeTemplate
{
    internal static JsonObject Of(string id, Scheme? upper, string schemas)
    {
        var spoken = typeof(Verdict).Assembly.GetName().Version!;
        var scheme = new JsonObject
        {
            ["$schema"] = $"{schemas}/scheme.schema.json",
            ["id"] = id,
            ["version"] = "0.1.0",
            ["contract"] = $"[{spoken.ToString(3)},{spoken.Major + 1}.0.0)",
            ["title"] = Both($"（请填写）{id} 指标体系", $"(to be filled in) Indicators of {id}"),
            ["issuer"] = Both("（请填写发布单位）", "(to be filled in) Issuer"),
            ["level"] = "county",
            ["source"] = new JsonObject { ["document"] = "（请填写指标所出的文件）" },
        };
        return upper is null ? Own(scheme) : Extending(scheme, upper);
    }

    private static JsonObject Extending(JsonObject scheme, Scheme upper)
    {
        var version = upper.Version;
        scheme["extends"] = new JsonArray(new JsonObject
        {
            ["id"] = upper.Id,
            ["version"] = $"[{version},{version.Major + 1}.0.0)",
        });
        scheme["indicators"] = new JsonArray(
            [.. upper.Indicators.Where(i => i.TakesFacts).Select((i, n) => (JsonNode)Entry(i, upper, n == 0))]);
        return scheme;
    }

    // The first row shows a rule in a file of its own; it asks what the upper scheme asks.
    private static JsonObject Entry(Indicator indicator, Scheme upper, bool example)
    {
        var entry = new JsonObject { ["id"] = indicator.Id, ["from"] = new JsonArray(upper.Id) };
        if (example)
        {
            entry["rule"] = new JsonObject { ["file"] = "rules/example.csx" };
        }

        return entry;
    }

    private static JsonObject Own(JsonObject scheme)
    {
        scheme["domains"] = new JsonArray(new JsonObject
        {
            ["id"] = "example-domain",
            ["name"] = Both("示例领域", "Example domain"),
            ["tasks"] = new JsonArray(new JsonObject { ["id"] = "example-task", ["name"] = Both("示例任务", "Example task") }),
        });
        scheme["indicators"] = new JsonArray(new JsonObject
        {
            ["id"] = "example-indicator",
            ["number"] = 1,
            ["task"] = "example-task",
            ["name"] = Both("示例指标", "Example indicator"),
            ["unit"] = "%",
            ["direction"] = "higher",
            ["binding"] = "reference",
            ["target"] = "≥60",
            ["rule"] = new JsonObject { ["file"] = "rules/example.csx" },
            ["note"] = Both("示例，请改成本县的指标。", "An example: make it your own."),
        });
        return scheme;
    }

    private static JsonObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };
}
