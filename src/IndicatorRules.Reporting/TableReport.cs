using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes tables for the terminal.</summary>
internal sealed class TableReport(int width) : IReportWriter
{
    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        var page = new PlainTable(width);
        foreach (var assessment in assessments)
        {
            WriteOne(assessment, language, page, to);
        }

        if (assessments.Count > 1)
        {
            SideBySide.Write(assessments, language, page, to);
        }
    }

    private static void WriteOne(Assessment assessment, Language language, PlainTable page, TextWriter to)
    {
        var words = new Wording(language);
        to.Write(VisibleText.OneLine(SummaryText.Title(assessment, language)) + "\n");
        if (assessment.Note.Length > 0)
        {
            to.Write(VisibleText.Lines(assessment.Note).Replace("\n", "\n  ", StringComparison.Ordinal) + "\n");
        }

        var withPoints = PointsText.Any([assessment]);
        var due = assessment.Summary.DueStages.Select(d => d.Stage).ToList();
        var rows = new List<string[]>();
        var domain = "";
        foreach (var verdict in assessment.Indicators)
        {
            var row = ReportRow.Of(verdict, assessment.Scheme, language);
            rows.Add(
            [
                row.Domain == domain ? "" : row.Domain, row.Number, row.Name, row.Unit, row.Target,
                row.Value, row.Status, row.Basis, row.Margin,
                .. withPoints ? [verdict.Points?.OfPossible(language) ?? ""] : Array.Empty<string>(),
                .. due.Select(s => Of(s, verdict, words)),
            ]);
            domain = row.Domain;
        }

        PlainColumn[] points = withPoints ? [new(words.Say("得分", "Points"), Right: true)] : [];
        page.Write([.. Columns(words), .. points, .. due.Select(s => new PlainColumn($"{s.Name.In(language)}\n{s.Year}"))], rows, to);
        foreach (var line in SummaryText.Lines(assessment, language)
                     .Concat(Under(words.Say("说明：", "Notes:"), SummaryText.Notes(assessment, language)))
                     .Concat(Under(SummaryText.LackingHeading(words), SummaryText.Lacking(assessment, language)))
                     .Concat(Under(words.Say("规划进度：", "Progress:"), SummaryText.Progress(assessment, language))))
        {
            to.Write(VisibleText.OneLine(line) + "\n");
        }

        to.Write("\n");
    }

    private static string Of(Stage stage, IndicatorVerdict verdict, Wording words) =>
        verdict.DueStages.FirstOrDefault(s => s.Stage.Stage.Id == stage.Id) is { } due ? words.Of(due.Status) : "";

    private static IEnumerable<string> Under(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return all.Count == 0 ? [] : all.Select(l => "  " + l).Prepend(heading);
    }

    private static PlainColumn[] Columns(Wording words) =>
    [
        new(words.Say("领域", "Domain")),
        new(words.Say("序号", "No."), Right: true),
        new(words.Say("指标", "Indicator")),
        new(words.Say("单位", "Unit")),
        new(words.Say("目标", "Target")),
        new(words.Say("现状值", "Value")),
        new(words.Say("判定", "Verdict")),
        new(words.Say("依据", "Basis")),
        new(words.Say("差距", "Margin"), Right: true),
    ];
}
