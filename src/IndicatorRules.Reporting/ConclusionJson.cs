using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
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
        JsonReport.Write("decidedBy", c.DecidedBy, json);
        JsonReport.Write("reasons", c.Reasons(language), json);
        json.WriteEndObject();
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
