using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Writes Markdown tables.</summary>
internal sealed class MarkdownReport : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        var words = new Wording(language);
        foreach (var assessment in assessments)
        {
            to.Write($"## {Escaped(VisibleText.OneLine(SummaryText.Title(assessment, language)))}\n\n");
            if (assessment.Note.Length > 0)
            {
                to.Write($"> {Escaped(assessment.Note)}\n\n");
            }

            var more = MoreColumns.Of([assessment]);
            var columns = CsvReport.Headings(words, more);
            Row(to, columns);
            Row(to, columns.Select(_ => "---"));
            foreach (var verdict in assessment.Indicators)
            {
                Row(to, CsvReport.Cells(verdict, assessment, more, language));
            }

            to.Write("\n");
            foreach (var line in SummaryText.Marks(assessment, language).Concat(SummaryText.Lines(assessment, language))
                         .Concat(SummaryText.Notes(assessment, language))
                         .Concat(SummaryText.Lacking(assessment, language)).Concat(SummaryText.MetByClaim(assessment, language))
                         .Concat(SummaryText.Progress(assessment, language).Select(line => words.Say("进度：", "Progress: ") + line)))
            {
                to.Write($"- {Escaped(VisibleText.OneLine(line))}\n");
            }

            to.Write("\n");
        }

        if (assessments.Count > 1)
        {
            string[] headings = [words.Say("指标", "Indicator"), .. SideBySide.Headings(assessments, language)];
            Row(to, headings);
            Row(to, headings.Select(_ => "---"));
            foreach (var cells in SideBySide.Rows(assessments, language))
            {
                Row(to, cells);
            }
        }
    }

    private static void Row(TextWriter to, IEnumerable<string> cells) =>
        to.Write($"| {string.Join(" | ", cells.Select(Escaped))} |\n");

    // Escapes characters with a meaning in Markdown or HTML.
    private static string Escaped(string text)
    {
        var shown = VisibleText.Lines(text);
        var escaped = new StringBuilder(shown.Length + 16);
        foreach (var c in shown)
        {
            _ = c switch
            {
                '\\' or '|' or '*' or '`' or '!' or '~' => escaped.Append('\\').Append(c),
                '<' => escaped.Append("&lt;"),
                '&' => escaped.Append("&amp;"),
                '\n' => escaped.Append("<br>"),
                _ => escaped.Append(c),
            };
        }

        // Breaks up links, but leaves the brackets in names of schemes as they are.
        return escaped.Replace("](", "]\\(").Replace("][", "]\\[").Replace("]:", "]\\:").ToString();
    }
}
