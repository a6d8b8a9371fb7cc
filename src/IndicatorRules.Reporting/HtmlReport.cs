using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Writes HTML pages of assessments alone, without what the scheme's checks found.</summary>
internal sealed class HtmlReport : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        PlacePage.Write([.. assessments.Select(a => PlaceReport.Of(a, language))], to);
    }
}
