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

    /// <summary>Loads the code that a first report takes; a program that writes one report and ends does so while it judges.</summary>
    /// <param name="format">The format; only the table, which a library draws, gains by it.</param>
    /// <remarks>Safe on any thread. Changes nothing but the time that the first report takes.</remarks>
    public static void Prepare(ReportFormat format)
    {
        if (format == ReportFormat.Table)
        {
            new TableReport(160).Prepare();
        }
    }
}
