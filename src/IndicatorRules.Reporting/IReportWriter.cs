using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Writes assessments in one format. Thread-safe and deterministic.</summary>
public interface IReportWriter
{
    /// <summary>Writes one or several assessments of the same facts.</summary>
    /// <param name="assessments">At least one. Several are written side by side if the format allows.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <param name="to">The output. Lines end with \n.</param>
    void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to);
}
