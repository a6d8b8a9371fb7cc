using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Service.Answering;

/// <summary>
/// Writes what differs between two assessments: the conclusion, and the rows with another status, basis, margin, dated target or points.
/// </summary>
internal static class DiffJson
{
    internal static byte[] Write(Assessment before, Assessment after, ImmutableArray<FactChange> changes, Language language)
    {
        var rows = after.Indicators.Select(now => (Now: now, Then: before.Find(now.Indicator.Id)))
            .Where(pair => pair.Then is { } then && Side(then, language).ToJsonString() != Side(pair.Now, language).ToJsonString());
        return RowsJson.Bytes(new()
        {
            ["before"] = Heading(before, language),
            ["after"] = Heading(after, language),
            ["supposed"] = RowsJson.Texts(changes.Select(c => $"{c.Asked} = {c.Value}")),
            ["rows"] = new JsonArray([.. rows.Select(pair => (JsonNode)new JsonObject
            {
                ["number"] = pair.Now.Indicator.Number,
                ["id"] = pair.Now.Indicator.Id,
                ["name"] = pair.Now.Indicator.Name.In(language),
                ["before"] = Side(pair.Then!, language),
                ["after"] = Side(pair.Now, language),
            })]),
            ["onlyBefore"] = Lone(before, after),
            ["onlyAfter"] = Lone(after, before),
        });
    }

    private static JsonObject Heading(Assessment assessment, Language language)
    {
        var json = RowsJson.Heading(assessment, language);
        var counts = assessment.Summary.All;
        json["total"] = counts.Total;
        json["met"] = counts.Met;
        json["notMet"] = counts.NotMet;
        json["notApplicable"] = counts.NotApplicable;
        json["undetermined"] = counts.Undetermined;
        json["conclusion"] = assessment.Conclusion is not { } conclusion ? null : new JsonObject
        {
            ["undetermined"] = conclusion.IsUndetermined,
            ["grade"] = conclusion.Grade?.Name.In(language),
            ["reasons"] = RowsJson.Texts(conclusion.Reasons(language)),
        };
        return json;
    }

    private static JsonObject Side(IndicatorVerdict verdict, Language language) => new()
    {
        ["status"] = RowsJson.Word(verdict.Status),
        ["basis"] = RowsJson.Word(verdict.Basis),
        ["margin"] = verdict.Margin,
        ["points"] = verdict.Points?.OfPossible(language),
        ["stages"] = new JsonArray([.. verdict.Stages.Select(s => (JsonNode)new JsonObject
        {
            ["id"] = s.Stage.Stage.Id,
            ["status"] = RowsJson.Word(s.Status),
            ["basis"] = RowsJson.Word(s.Basis),
            ["margin"] = s.Margin,
        })]),
    };

    private static JsonArray Lone(Assessment these, Assessment those) =>
        RowsJson.Texts(these.Indicators.Where(v => those.Find(v.Indicator.Id) is null).Select(v => v.Indicator.Id));
}
