using System.Text.Json.Nodes;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Drafting;

/// <summary>The case of a drafted plugin: the values of its table with the verdicts that its rules give them.</summary>
internal static class DraftCase
{
    /// <summary>The case; null where nothing can be judged.</summary>
    internal static string? Of(PluginDraftOptions options, JsonObject facts, Assessment judged)
    {
        var expected = new JsonArray();
        foreach (var verdict in judged.Indicators)
        {
            var (status, basis) = (verdict.Verdict.Proven, verdict.Basis);
            if (status is Status.Met or Status.NotMet && basis == Basis.Measured)
            {
                expected.Add(new JsonObject
                {
                    ["id"] = verdict.Indicator.Id,
                    ["status"] = status == Status.Met ? "met" : "notMet",
                    ["basis"] = "measured",
                });
            }
        }

        if (expected.Count == 0)
        {
            return null;
        }

        var plain = (JsonObject)facts.DeepClone();
        plain.Remove("$schema");
        plain.Remove("scheme");
        return DraftWriter.Text(new JsonObject
        {
            ["$schema"] = $"../{options.Schemas}/case.schema.json",
            ["name"] = "表中的现状值，照现在的规则判定",
            ["year"] = judged.Year,
            ["facts"] = plain,
            ["expect"] = expected,
        });
    }
}
