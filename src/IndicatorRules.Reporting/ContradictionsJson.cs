using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes contradictions as JSON, as described by <c>findings.schema.json</c>.</summary>
public static class ContradictionsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
    };

    /// <summary>The JSON text.</summary>
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
            ["findings"] = new JsonArray([.. review.Contradictions.Select(f => Contradiction(f, language))]),
        };
        return root.ToJsonString(Options) + "\n";
    }

    // A whole number is written as one.
    private static JsonValue? Number(Indicator? indicator) => indicator is null ? null
        : indicator.WholeNumber is { } whole ? JsonValue.Create(whole) : JsonValue.Create(indicator.Number);

    private static JsonObject Contradiction(Contradiction contradiction, Language language) => new()
    {
        ["check"] = contradiction.Check.Id,
        ["title"] = contradiction.Check.Title.In(language),
        ["severity"] = "warning",
        ["indicator"] = contradiction.Indicator?.Id,
        ["number"] = Number(contradiction.Indicator),
        ["message"] = contradiction.Message.In(language),
        ["group"] = contradiction.IsLack ? "evidence" : "contradiction",
        ["remedy"] = contradiction.Remedy.In(language),
        ["places"] = new JsonArray([.. contradiction.Sides.Select(p => (JsonNode)new JsonObject
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
