using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Service.Answering;

/// <summary>Writes rows of an assessment as JSON, each in more detail than a report.</summary>
internal static class RowsJson
{
    /// <summary>One row with everything that is known of it.</summary>
    internal static byte[] Explain(Assessment assessment, string id, Language language)
    {
        var row = RowOf(assessment, id, language);
        var json = Heading(assessment, language);
        json["row"] = Detail(row, language);
        return Bytes(json);
    }

    /// <summary>The rows, and targets due, that figures leave undetermined, and what would decide each.</summary>
    internal static byte[] Missing(Assessment assessment, Language language)
    {
        var rows = PlaceReport.Of(assessment, language).Rows.Where(r => IsOpen(r.Verdict.Verdict) || Open(r.Verdict).Any());
        var json = Heading(assessment, language);
        json["decidesConclusion"] = Texts(assessment.Conclusion?.DecidedBy ?? []);
        json["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)Row(row, language, new()
        {
            ["status"] = Word(row.Verdict.Status),
            ["basis"] = Word(row.Verdict.Basis),
            ["fault"] = row.Verdict.Fault?.Id,
            ["lacking"] = Texts(Lacking(row.Verdict, language)),
            ["clauses"] = new JsonArray([.. row.Clauses.Where(c => c.Clause.Lacking.Length > 0).Select(c => (JsonNode)ClauseOf(c))]),
            ["reasons"] = Texts(row.Verdict.Reasons(language)),
            ["stages"] = new JsonArray([.. Open(row.Verdict).Select(s => (JsonNode)OpenStage(s, language))]),
        }))]);
        return Bytes(json);
    }

    private static bool IsOpen(Verdict verdict) => verdict.Proven == Contract.Status.Undetermined;

    // A target that is not due is judged when it is.
    private static IEnumerable<StageVerdict> Open(IndicatorVerdict row) => row.Stages.Where(s => s.Due && IsOpen(s.Verdict));

    private static JsonObject OpenStage(StageVerdict stage, Language language)
    {
        var json = Stage(stage, language);
        json["fault"] = stage.Fault?.Id;
        json["lacking"] = Texts(Lacking(stage.Verdict, stage.Clauses(language)));
        return json;
    }

    // The words of the JSON of /assess, not of papers, which set them more tightly.
    private static IEnumerable<string> Lacking(IndicatorVerdict row, Language language) => Lacking(row.Verdict, row.Clauses(language));

    private static IEnumerable<string> Lacking(Verdict verdict, IEnumerable<Clause> clauses) =>
        IsOpen(verdict) ? clauses.Select(c => c.Lacking).Where(l => l.Length > 0).Distinct() : [];

    /// <summary>What the checks found, as <c>findings.schema.json</c> describes it, and all diagnostics of the facts.</summary>
    internal static byte[] Check(FactsReview review, IEnumerable<Diagnostic> said, Language language)
    {
        var json = JsonNode.Parse(ContradictionsJson.Write(review, language))!.AsObject();
        // Warnings about the server's own files are the operator's.
        var files = review.Contradictions.SelectMany(c => c.Sides).Select(s => s.Location.File).Append("").ToHashSet();
        json["diagnostics"] = ProblemJson.Write(
            said.Distinct().Where(d => files.Contains(d.Location.File) || FactsForm.All.Any(f => d.Location.File == $"facts.{f.Ending}")),
            language);
        return Bytes(json);
    }

    /// <summary>Scheme, place and year of an assessment.</summary>
    internal static JsonObject Heading(Assessment assessment, Language language) => new()
    {
        ["scheme"] = assessment.Scheme.Id,
        ["version"] = $"{assessment.Scheme.Version}",
        ["title"] = assessment.Scheme.Title.In(language),
        ["place"] = new JsonObject { ["code"] = assessment.Place.Code, ["name"] = assessment.Place.Name },
        ["year"] = assessment.Year,
        ["evidence"] = assessment.Evidence == Evidence.Measured ? "measured" : "declared",
        ["factsHash"] = assessment.FactsHash,
        ["schemes"] = Schemes(assessment.Scheme.Lineage()),
    };

    internal static JsonArray Schemes(IEnumerable<Scheme> schemes) => new([.. schemes.Select(s => (JsonNode)new JsonObject
    {
        ["id"] = s.Id,
        ["version"] = $"{s.Version}",
        ["hash"] = s.Hash,
    })]);

    internal static byte[] Bytes(JsonObject json) => [.. JsonSerializer.SerializeToUtf8Bytes(json, ProblemJson.Layout), (byte)'\n'];

    internal static string Word(Status status) => JsonNamingPolicy.CamelCase.ConvertName($"{status}");

    internal static string? Word(Basis? basis) => basis is { } known ? JsonNamingPolicy.CamelCase.ConvertName($"{known}") : null;

    private static ReportedRow RowOf(Assessment assessment, string id, Language language) =>
        PlaceReport.Of(assessment.Showing([assessment.Find(id)!]), language).Rows[0];

    private static JsonObject Row(ReportedRow row, Language language, JsonObject rest)
    {
        var json = new JsonObject
        {
            ["number"] = row.Number,
            ["id"] = row.Verdict.Indicator.Id,
            ["name"] = row.Verdict.Indicator.Name.In(language),
        };
        foreach (var (name, value) in rest.ToList())
        {
            rest.Remove(name);
            json[name] = value;
        }

        return json;
    }

    private static JsonObject Detail(ReportedRow row, Language language) => Row(row, language, new()
    {
        ["domain"] = row.Domain,
        ["task"] = row.TaskGroup,
        ["unit"] = row.Verdict.Indicator.Unit,
        ["kind"] = row.Kind,
        ["target"] = row.Target,
        ["value"] = row.Value,
        ["status"] = Word(row.Verdict.Status),
        ["basis"] = Word(row.Verdict.Basis),
        ["proven"] = Word(row.Verdict.Verdict.Proven),
        ["claimed"] = Word(row.Verdict.Verdict.Claimed),
        ["margin"] = row.Verdict.Margin,
        ["margins"] = Texts(row.Verdict.MarginTexts(language)),
        ["fault"] = row.Verdict.Fault?.Id,
        ["reasons"] = Texts(row.Verdict.Reasons(language)),
        ["flips"] = Texts(row.Verdict.Flips(language)),
        ["lacking"] = Texts(Lacking(row.Verdict, language)),
        ["clauses"] = new JsonArray([.. row.Clauses.Select(c => (JsonNode)ClauseOf(c))]),
        ["uppers"] = new JsonArray([.. row.Verdict.Uppers.Select(u => (JsonNode)new JsonObject
        {
            ["scheme"] = u.SchemeId,
            ["status"] = Word(u.Status),
        })]),
        ["points"] = row.Points,
        ["progress"] = row.Verdict.Progress?.Sentence(language) ?? "",
        ["sources"] = Texts(row.Sources),
        ["stages"] = new JsonArray([.. row.Verdict.Stages.Select(s => (JsonNode)Stage(s, language))]),
    });

    private static JsonObject Stage(StageVerdict stage, Language language) => new JsonObject
    {
        ["id"] = stage.Stage.Stage.Id,
        ["name"] = stage.Stage.Stage.Name.In(language),
        ["year"] = stage.Stage.Stage.Year,
        ["due"] = stage.Due,
        ["target"] = stage.Stage.Target.In(language),
        ["status"] = Word(stage.Status),
        ["basis"] = Word(stage.Basis),
        ["margin"] = stage.Margin,
        ["situation"] = stage.Situation(language),
        ["reasons"] = Texts(stage.Reasons(language)),
    };

    private static JsonObject ClauseOf(ReportedClause reported)
    {
        var clause = reported.Clause;
        return new JsonObject
        {
            ["subject"] = clause.Subject,
            ["requirement"] = clause.Requirement,
            ["value"] = clause.Value,
            ["status"] = Word(clause.Status),
            ["basis"] = Word(clause.Basis),
            ["margin"] = clause.Margin,
            ["unit"] = clause.Unit,
            ["lacking"] = clause.Lacking,
        };
    }

    internal static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
