using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Testing;

/// <summary>
/// Writes a case of an assessment: its facts, and all that came out as what is expected. The same input gives the same bytes.
/// </summary>
public static class CaseWriter
{
    // Quotients have more decimals than a case file can hold.
    private const int MostDecimals = 10;

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = VisibleText.Json };

    /// <summary>The text of the case.</summary>
    /// <param name="name">What the case shows.</param>
    /// <param name="schema">The path of the case schema, for editors.</param>
    /// <param name="facts">The path of the facts from the case, as text; or the facts themselves, whose <c>$schema</c> is left out.</param>
    /// <param name="assessment">What came out.</param>
    /// <param name="contradictions">All that the scheme's checks found; null to expect nothing of them.</param>
    public static string Write(
        string name, string schema, JsonElement facts, Assessment assessment, ImmutableArray<Contradiction>? contradictions)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", schema);
            json.WriteString("name", name);
            json.WriteNumber("year", assessment.Year);
            if (assessment.Evidence == Evidence.Measured)
            {
                json.WriteString("evidence", "measured");
            }

            json.WritePropertyName("facts");
            Facts(facts, json);
            Counts(assessment.Summary.All, json);
            if (assessment.Conclusion is { } conclusion)
            {
                Conclusion(conclusion, json);
            }

            if (contradictions is { } found)
            {
                Found(found, json);
            }

            json.WriteStartArray("expect");
            foreach (var verdict in assessment.Indicators)
            {
                Row(verdict.Indicator.Id, null, verdict.Status, verdict.Basis, verdict.Margin, verdict.Points, json);
                foreach (var stage in verdict.Stages)
                {
                    Row(verdict.Indicator.Id, stage.Stage.Stage.Id, stage.Status, stage.Basis, stage.Margin, null, json);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void Facts(JsonElement facts, Utf8JsonWriter json)
    {
        if (facts.ValueKind != JsonValueKind.Object)
        {
            facts.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        foreach (var property in facts.EnumerateObject().Where(p => p.Name != "$schema"))
        {
            property.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Counts(Counts all, Utf8JsonWriter json)
    {
        json.WriteStartObject("expectCounts");
        json.WriteNumber("met", all.Met);
        json.WriteNumber("notMet", all.NotMet);
        json.WriteNumber("notApplicable", all.NotApplicable);
        json.WriteNumber("undetermined", all.Undetermined);
        json.WriteEndObject();
    }

    private static void Conclusion(SchemeConclusion c, Utf8JsonWriter json)
    {
        json.WriteStartObject("expectConclusion");
        if (c.Grade is { } grade)
        {
            json.WriteString("grade", grade.Id);
        }
        else if (c is { LeastGrade: { } least, MostGrade: { } most })
        {
            json.WriteString("leastGrade", least.Id);
            json.WriteString("mostGrade", most.Id);
        }

        if (c.Points is { IsExact: true } points)
        {
            Number("points", points.Low, json);
        }
        else
        {
            Number("leastPoints", c.Points?.Low, json);
            Number("mostPoints", c.Points?.High, json);
        }

        json.WriteEndObject();
    }

    private static void Found(ImmutableArray<Contradiction> found, Utf8JsonWriter json)
    {
        json.WriteStartArray("expectFindings");
        foreach (var (check, indicator) in found.Select(f => (f.Check.Id, Indicator: f.Indicator?.Id)).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("check", check);
            if (indicator is not null)
            {
                json.WriteString("indicator", indicator);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Row(
        string id, string? stage, Status status, Basis? basis, decimal? margin, Judging.RowPoints? points, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (stage is not null)
        {
            json.WriteString("stage", stage);
        }

        json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName($"{status}"));
        if (basis is { } on)
        {
            json.WriteString("basis", JsonNamingPolicy.CamelCase.ConvertName($"{on}"));
        }

        Number("margin", margin, json);
        Number("points", points is { IsExact: true, Possible: > 0 } ? points.Least : null, json);
        json.WriteEndObject();
    }

    private static void Number(string name, decimal? value, Utf8JsonWriter json)
    {
        if (value is { } number && Wording.Trimmed(number) is { Scale: <= MostDecimals } trimmed)
        {
            json.WriteNumber(name, trimmed);
        }
    }
}
