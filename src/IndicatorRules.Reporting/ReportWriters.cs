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
        _ => new TableReport(width),
    };
}
