using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Creates report writers.</summary>
public static class ReportWriters
{
    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="width">The line width in columns, used by <see cref="ReportFormat.Table"/> only.</param>
    public static IReportWriter For(ReportFormat format, int width = 160) => For(format, new TextLayout(width));

    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="layout">The layout of text, used by <see cref="ReportFormat.Table"/> only.</param>
    public static IReportWriter For(ReportFormat format, TextLayout layout) => format switch
    {
        ReportFormat.Json => new JsonReport(),
        ReportFormat.Csv => new CsvReport(),
        ReportFormat.Markdown => new MarkdownReport(),
        ReportFormat.Table => new TableReport(layout),
        ReportFormat.Html => new HtmlReport(),
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

/// <summary>The format of a report.</summary>
public enum ReportFormat : byte
{
    /// <summary>A table for the terminal.</summary>
    Table = 0,

    /// <summary>JSON, as described by <c>assessment.schema.json</c>.</summary>
    Json = 1,

    /// <summary>CSV, one line per scheme and indicator.</summary>
    Csv = 2,

    /// <summary>A Markdown table.</summary>
    Markdown = 3,

    /// <summary>An HTML page that needs no network.</summary>
    Html = 4,
}

/// <summary>Writes assessments in one format. Thread-safe and deterministic.</summary>
public interface IReportWriter
{
    /// <summary>Writes one or several assessments of the same facts.</summary>
    /// <param name="assessments">At least one. Several are written side by side if the format allows.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <param name="to">The output. Lines end with \n.</param>
    void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to);
}
