using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Findings as <c>findings.schema.json</c> describes them, for programs.</summary>
public static class FindingsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
    };

    /// <summary>The JSON.</summary>
    public static string Write(FactsReview review, Language language)
    {
        ArgumentNullException.ThrowIfNull(review);
        var assessment = review.Assessment;
        var root = new JsonObject
        {
            ["$schema"] = "findings.schema.json",
            ["scheme"] = assessment.Scheme.Id,
            ["version"] = $"{assessment.Scheme.Version}",
            ["place"] = new JsonObject { ["code"] = assessment.Place.Code, ["name"] = assessment.Place.Name },
            ["year"] = assessment.Year,
            ["factsHash"] = assessment.FactsHash,
            ["findings"] = new JsonArray([.. review.Findings.Select(f => Finding(f, language))]),
        };
        return root.ToJsonString(Options) + "\n";
    }

    private static JsonObject Finding(FactsFinding finding, Language language) => new()
    {
        ["check"] = finding.Check.Id,
        ["title"] = finding.Check.Title.In(language),
        ["severity"] = "warning",
        ["indicator"] = finding.Indicator?.Id,
        ["number"] = finding.Indicator?.Number,
        ["message"] = finding.Message.In(language),
        ["places"] = new JsonArray([.. finding.Places.Select(p => (JsonNode)new JsonObject
        {
            ["name"] = p.Name.In(language),
            ["said"] = p.Said.In(language),
            ["source"] = p.Source,
            ["file"] = p.Location.File,
            ["line"] = p.Location.Line,
            ["column"] = p.Location.Column,
        })]),
    };
}
