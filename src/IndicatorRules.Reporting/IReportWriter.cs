using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Writes assessments in one format. Safe on any thread; same assessments, same text.</summary>
public interface IReportWriter
{
    /// <summary>Writes one or several assessments of the same facts.</summary>
    /// <param name="assessments">At least one; several stand side by side where the format allows.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <param name="to">Lines end with \n.</param>
    void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to);
}
