using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes tables for the terminal.</summary>
internal sealed class TableReport(TextLayout layout) : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        var page = new PlainTable(layout);
        foreach (var assessment in assessments)
        {
            WriteOne(assessment, language, page, to);
        }

        if (assessments.Count > 1)
        {
            SideBySide.Write(assessments, language, page, to);
        }
    }

    private void WriteOne(Assessment assessment, Language language, PlainTable page, TextWriter to)
    {
        var words = new Wording(language);
        WriteLine(SummaryText.Title(assessment, language), to);
        if (assessment.Note.Length > 0)
        {
            var before = "";
            foreach (var line in VisibleText.Lines(assessment.Note).Split('\n'))
            {
                WriteLine(before + line, to);
                before = "  ";
            }
        }

        var withPoints = PointsText.Any([assessment]);
        var due = assessment.Summary.DueStages.Select(d => d.Stage).ToList();
        var rows = new List<string[]>();
        var domain = "";
        foreach (var verdict in assessment.Indicators)
        {
            var row = ReportRow.Of(verdict, assessment.Scheme, language);
            string[] named = layout is { HasTables: true, HasWideTables: true }
                ? [row.Name, row.Unit == "-" ? "" : row.Unit]
                : [InUnit(row, words)];
            rows.Add(
            [
                row.Domain == domain ? "" : row.Domain, row.Number, .. named, row.Target,
                string.Join('\n', row.Values), row.Status, row.Basis, row.Margin,
                .. withPoints ? [verdict.Points?.OfPossible(language) ?? ""] : Array.Empty<string>(),
                .. due.Select(s => Of(s, verdict, words)),
            ]);
            domain = row.Domain;
        }

        PlainColumn[] points = withPoints ? [new(words.Say("得分", "Points"), Right: true)] : [];
        var targets = due.Select(s => new PlainColumn($"{s.Name.In(language)}\n{s.Year}") { InkOf = InkOf(words) });
        page.Write([.. Columns(words), .. points, .. targets], rows, to);
        foreach (var line in Marks(assessment, language).Concat(SummaryText.Lines(assessment, language))
                     .Concat(Under(words.Say("说明：", "Notes:"), SummaryText.Notes(assessment, language)))
                     .Concat(Under(SummaryText.LackingHeading(words), SummaryText.Lacking(assessment, language)))
                     .Concat(Under(SummaryText.ClaimsHeading(words), SummaryText.MetByClaim(assessment, language)))
                     .Concat(Under(words.Say("规划进度：", "Progress:"), SummaryText.Progress(assessment, language))))
        {
            WriteLine(line, to);
        }

        to.Write("\n");
    }

    // Lines in a file or pipe are as long as what they say; on a terminal they are broken where a reader would.
    private void WriteLine(string line, TextWriter to)
    {
        var shown = layout.Signs(VisibleText.OneLine(line));
        var indent = "";
        foreach (var part in layout.Wraps ? CellText.Wrap(shown, layout.Width - 6) : [shown])
        {
            to.Write($"{indent}{part}\n");
            indent = "    ";
        }
    }

    // Items are shown by their figures alone.
    private static IEnumerable<string> Marks(Assessment assessment, Language language) =>
        assessment.Indicators.Any(v => v.Indicator.Starred) ? SummaryText.Marks(assessment, language) : [];

    private static string InUnit(ReportRow row, Wording words) =>
        row.Unit is "-" or "" ? row.Name : words.Say($"{row.Name}（{row.Unit}）", $"{row.Name} ({row.Unit})");

    private static Func<string, Ink> InkOf(Wording words) => text =>
        text == words.Of(Status.NotMet) ? Ink.Red
        : text == words.Of(Basis.Declared) || text == words.Of(Status.Undetermined) ? Ink.Amber
        : Ink.None;

    private static string Of(Stage stage, IndicatorVerdict verdict, Wording words) =>
        verdict.DueStages.FirstOrDefault(s => s.Stage.Stage.Id == stage.Id) is { } due ? words.Of(due.Status) : "";

    private static IEnumerable<string> Under(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : all.Select(l => "  " + l).Prepend(heading);
    }

    private PlainColumn[] Columns(Wording words) =>
    [
        new(words.Say("领域", "Domain"), Part: PlainPart.Above),
        new(words.Say("序号", "No."), Right: true, PlainPart.Head),
        new(words.Say("指标", "Indicator"), Part: PlainPart.Head),
        .. layout is { HasTables: true, HasWideTables: true } ? [new(words.Say("单位", "Unit"))] : Array.Empty<PlainColumn>(),
        new(words.Say("目标", "Target")),
        new(words.Say("现状值", "Value")),
        new(words.Say("判定", "Verdict"), Part: PlainPart.Head) { InkOf = InkOf(words) },
        new(words.Say("依据", "Basis"), Part: PlainPart.Head) { InkOf = InkOf(words) },
        new(words.Say("差距", "Margin"), Right: true),
    ];
}
