using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using Spectre.Console;

namespace IndicatorRules.Reporting;

/// <summary>The table for the terminal.</summary>
internal sealed class TableReport(int width) : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        var page = new PlainText(width);
        foreach (var assessment in assessments)
        {
            WriteOne(assessment, language, page, to);
        }

        if (assessments.Count > 1)
        {
            page.Write(SideBySide.Table(assessments, language), to);
        }
    }

    /// <summary>Draws a table for nobody, with texts that need more than one line, so that the next finds its code loaded.</summary>
    internal void Prepare()
    {
        var table = EmptyTable(new Wording(Language.Zh));
        table.AddRow(table.Columns.Select((_, i) => new Text($"指标 indicator with a name that will not fit {i}")));
        new PlainText(width).Write(table, TextWriter.Null);
    }

    private static void WriteOne(Assessment assessment, Language language, PlainText page, TextWriter to)
    {
        var words = new Wording(language);
        to.Write(SummaryText.Title(assessment, language) + "\n");
        if (assessment.Note.Length > 0)
        {
            to.Write(assessment.Note + "\n");
        }

        var table = EmptyTable(words);
        var domain = "";
        foreach (var verdict in assessment.Indicators)
        {
            var row = ReportRow.Of(verdict, assessment.Scheme, language);
            string[] cells =
            [
                row.Domain == domain ? "" : row.Domain, row.Number, row.Name, row.Unit, row.Target, row.Value, row.Status, row.Basis, row.Margin,
            ];
            table.AddRow(cells.Select(c => new Text(c)));
            domain = row.Domain;
        }

        page.Write(table, to);
        foreach (var line in SummaryText.Lines(assessment, language).Concat(Notes(assessment, language, words)))
        {
            to.Write(line + "\n");
        }

        to.Write("\n");
    }

    private static Table EmptyTable(Wording words)
    {
        var table = new Table().Border(TableBorder.Square);
        foreach (var (heading, right) in Columns(words))
        {
            var column = new TableColumn(new Text(heading));
            table.AddColumn(right ? column.RightAligned().NoWrap() : column);
        }

        return table;
    }

    private static IEnumerable<string> Notes(Assessment assessment, Language language, Wording words)
    {
        var notes = SummaryText.Notes(assessment, language).ToList();
        return notes.Count == 0 ? [] : notes.Select(n => "  " + n).Prepend(words.Say("说明：", "Notes:"));
    }

    private static (string Heading, bool Right)[] Columns(Wording words) =>
    [
        (words.Say("领域", "Domain"), false),
        (words.Say("序号", "No."), true),
        (words.Say("指标", "Indicator"), false),
        (words.Say("单位", "Unit"), false),
        (words.Say("目标", "Target"), false),
        (words.Say("现状值", "Value"), false),
        (words.Say("判定", "Verdict"), false),
        (words.Say("依据", "Basis"), false),
        (words.Say("差距", "Margin"), true),
    ];
}
