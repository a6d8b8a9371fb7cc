using System.Buffers;
using System.Globalization;
using System.Text;
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

    /// <summary>Writes one or several assessments of the same facts as UTF-8.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="assessments">At least one.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <param name="to">The output, such as <c>HttpResponse.BodyWriter</c>, which the caller flushes.</param>
    public static void Write(
        this IReportWriter writer, IReadOnlyList<Assessment> assessments, Language language, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        Encoding.UTF8.GetBytes(Text(writer, assessments, language), to);
    }

    /// <summary>Writes one or several assessments of the same facts as UTF-8; leaves the stream open.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="assessments">At least one.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <param name="to">The output, such as the body of a response. No synchronous method of it is called.</param>
    /// <param name="cancellationToken">Ends the writing with an exception.</param>
    public static Task WriteAsync(
        this IReportWriter writer, IReadOnlyList<Assessment> assessments, Language language, Stream to,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to.WriteAsync(Encoding.UTF8.GetBytes(Text(writer, assessments, language)), cancellationToken).AsTask();
    }

    /// <summary>The assessment as text in a format.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="format">The format.</param>
    /// <param name="language">The language of names and reasons.</param>
    /// <example><code>
    /// var markdown = assessment.ToText(ReportFormat.Markdown, Language.En);
    /// </code></example>
    public static string ToText(this Assessment assessment, ReportFormat format, Language language) =>
        Text(For(format), [assessment], language);

    private static string Text(IReportWriter writer, IReadOnlyList<Assessment> assessments, Language language)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        writer.Write(assessments, language, text);
        return text.ToString();
    }

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
