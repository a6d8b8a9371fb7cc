using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes the conclusion of the JSON report.</summary>
internal static class ConclusionJson
{
    internal static void Write(SchemeConclusion c, Language language, Utf8JsonWriter json)
    {
        json.WriteStartObject("conclusion");
        json.WriteBoolean("undetermined", c.IsUndetermined);
        Grade("grade", c.Grade, language, json);
        Grade("leastGrade", c.LeastGrade, language, json);
        Grade("mostGrade", c.MostGrade, language, json);
        JsonReport.Write("leastPoints", c.Points?.Low, json);
        JsonReport.Write("mostPoints", c.Points?.High, json);
        if (!c.Adjustments.IsEmpty)
        {
            Adjustments(c, language, json);
        }

        JsonReport.Write("decidedBy", c.DecidedBy, json);
        JsonReport.Write("reasons", c.Reasons(language), json);
        json.WriteEndObject();
    }

    private static void Adjustments(SchemeConclusion c, Language language, Utf8JsonWriter json)
    {
        json.WriteStartArray("adjustments");
        foreach (var given in c.Adjustments)
        {
            json.WriteStartObject();
            json.WriteString("id", given.Id);
            json.WriteString("name", c.Plan.Adjustments.First(a => a.Id == given.Id).Name.In(language));
            JsonReport.Write("points", given.Points, json);
            json.WriteString("reason", given.Reason);
            json.WriteString("source", given.Source?.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The points of a row, with why they are open.</summary>
    internal static void Points(RowPoints points, Language language, Utf8JsonWriter json)
    {
        Points(points.Least, points.Most, points.Possible, json);
        json.WriteString("why", points.IsExact ? null : points.Why.In(language));
        json.WriteEndObject();
    }

    /// <summary>The points of several rows together.</summary>
    internal static void Points(PointTotal points, Utf8JsonWriter json)
    {
        Points(points.Least, points.Most, points.Possible, json);
        json.WriteEndObject();
    }

    private static void Points(decimal least, decimal most, decimal possible, Utf8JsonWriter json)
    {
        json.WriteStartObject("points");
        JsonReport.Write("least", least, json);
        JsonReport.Write("most", most, json);
        JsonReport.Write("possible", possible, json);
    }

    private static void Grade(string name, Grade? grade, Language language, Utf8JsonWriter json)
    {
        if (grade is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("id", grade.Id);
        json.WriteString("name", grade.Name.In(language));
        json.WriteEndObject();
    }
}
