using IndicatorRules.Assessing;

namespace IndicatorRules.Reporting;

/// <summary>The writer of each format.</summary>
public static class ReportWriters
{
    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="width">The terminal's width in columns; only the table heeds it.</param>
    public static IReportWriter For(ReportFormat format, int width = 160) => format switch
    {
        ReportFormat.Json => new JsonReport(),
        ReportFormat.Csv => new CsvReport(),
        ReportFormat.Markdown => new MarkdownReport(),
        ReportFormat.Table => new TableReport(width),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Holds what a writer was given to what it promises to write.</summary>
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
