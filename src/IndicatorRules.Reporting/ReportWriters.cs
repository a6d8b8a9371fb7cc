using IndicatorRules.Assessing;

namespace IndicatorRules.Reporting;

/// <summary>Creates report writers.</summary>
public static class ReportWriters
{
    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="width">The line width in columns, used by <see cref="ReportFormat.Table"/> only.</param>
    public static IReportWriter For(ReportFormat format, int width = 160) => format switch
    {
        ReportFormat.Json => new JsonReport(),
        ReportFormat.Csv => new CsvReport(),
        ReportFormat.Markdown => new MarkdownReport(),
        ReportFormat.Table => new TableReport(width),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Validates the arguments of a writer.</summary>
    internal static void Validate(IReadOnlyList<Assessment> assessments, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        ArgumentNullException.ThrowIfNull(to);
        if (assessments.Count == 0 || assessments.Contains(null!))
        {
            throw new ArgumentException("At least one assessment, and none of them null.", nameof(assessments));
        }
    }
}
