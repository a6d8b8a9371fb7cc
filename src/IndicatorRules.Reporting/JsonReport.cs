using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Writes JSON as described by <c>assessment.schema.json</c>: an object, or an array for several schemes.</summary>
internal sealed class JsonReport : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        if (assessments.Count == 1)
        {
            to.Write(AssessmentReport.Of(assessments[0], language).ToJson());
            return;
        }

        AssessmentReport[] reports = [.. assessments.Select(a => AssessmentReport.Of(a, language))];
        to.Write(JsonSerializer.Serialize(reports, ReportJson.Indented.AssessmentReportArray) + "\n");
    }
}
