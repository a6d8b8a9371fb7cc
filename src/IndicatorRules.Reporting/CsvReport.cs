using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Writes CSV, one line per scheme and indicator.</summary>
internal sealed class CsvReport : IReportWriter
{
    private const int MarginColumn = 11;

    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        var words = new Wording(language);
        to.Write(CsvCell.Line([.. Lead(words), .. Headings(words)]));
        foreach (var row in Rows(assessments, language))
        {
            to.Write(CsvCell.Line(row));
        }
    }

    internal static string[] Headings(Wording words) =>
    [
        words.Say("领域", "Domain"), words.Say("任务", "Task"), words.Say("序号", "No."), words.Say("指标", "Indicator"),
        words.Say("单位", "Unit"), words.Say("属性", "Force"), words.Say("目标", "Target"), words.Say("现状值", "Value"),
        words.Say("填报达标", "Reported met"), words.Say("判定", "Verdict"), words.Say("依据", "Basis"),
        words.Say("差距", "Margin"),
        words.Say("理由", "Reasons"), words.Say("到期目标", "Targets due"), words.Say("到期目标判定", "Targets due: verdict"),
        words.Say("到期目标差距", "Targets due: margin"), words.Say("到期目标理由", "Targets due: reasons"),
    ];

    internal static string[] Cells(IndicatorVerdict verdict, Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var row = ReportRow.Of(verdict, assessment.Scheme, language);
        var due = verdict.DueStages.ToList();
        return
        [
            row.Domain, row.TaskGroup, row.Number, row.Name, row.Unit, row.Force, row.Target, row.Value, row.Reported,
            row.Status, row.Basis,
            row.Margin, SummaryText.Sentences(verdict.Reasons(language), words),
            Each(due, s => $"{SummaryText.Named(s.Stage.Stage, words)}{words.Say("：", ": ")}{s.Stage.Target.In(language)}"),
            Each(due, s => words.Of(s.Status)),
            Each(due, s => s.Margin is { } margin ? Wording.Number(margin) : "—"),
            Each(due, s => SummaryText.Sentences(s.Reasons(language), words)),
        ];
    }

    // One line per due target.
    private static string Each(List<StageVerdict> due, Func<StageVerdict, string> text) => string.Join('\n', due.Select(text));

    private static string[] Lead(Wording words) =>
    [
        words.Say("体系", "Scheme"), words.Say("版本", "Version"), words.Say("行政区", "Place"), words.Say("年份", "Year"),
        words.Say("指标编号", "Id"),
    ];

    private static IEnumerable<string[]> Rows(IReadOnlyList<Assessment> assessments, Language language) =>
        from assessment in assessments
        from row in assessment.Indicators
            .Select(v => (v.Indicator.Id, Cells: WithPlainMargin(Cells(v, assessment, language), v)))
            .Concat(Conclusion(assessment, language))
        let scheme = assessment.Scheme
        select (string[])[scheme.Id, $"{scheme.Version}", assessment.Place.Name, $"{assessment.Year}", row.Id, .. row.Cells];

    // Spreadsheets sort by numbers but do not read +8 or −0.4 as one.
    private static string[] WithPlainMargin(string[] cells, IndicatorVerdict verdict)
    {
        cells[MarginColumn] = verdict.Margin is { } margin
            ? Wording.Number(margin)
            : cells[MarginColumn].Replace("+", "", StringComparison.Ordinal);
        return cells;
    }

    // A line without an id below the indicators: the grade is in the column of verdicts, the points in that of values.
    private static IEnumerable<(string Id, string[] Cells)> Conclusion(Assessment assessment, Language language)
    {
        if (assessment.Conclusion is { } conclusion)
        {
            var words = new Wording(language);
            var grade = conclusion.Grade?.Name.In(language) ?? (conclusion.IsUndetermined ? words.Of(Status.Undetermined) : "");
            var reasons = string.Join(words.Say("；", "; "), conclusion.Reasons(language));
            var title = words.Say("总评", "Conclusion");
            yield return ("", ["", "", "", title, "", "", "", $"{conclusion.Points}", "", grade, "", "", reasons, "", "", "", ""]);
        }
    }
}
