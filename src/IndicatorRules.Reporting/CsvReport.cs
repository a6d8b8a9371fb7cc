using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>Writes CSV: a line per scheme and indicator, and one for each further figure of an indicator.</summary>
internal sealed class CsvReport : IReportWriter
{
    private const int MarginColumn = 11;
    private const int IdColumn = 4;
    private const int NumberColumn = 7;
    private const int UnitColumn = 9;
    private const int ValueColumn = 12;

    public void Write(IReadOnlyList<Assessment> assessments, Language language, TextWriter to)
    {
        ReportWriters.Validate(assessments, to);
        var words = new Wording(language);
        var more = MoreColumns.Of(assessments);
        // With what is asked of the place, the table is next year's facts once its figures are written over.
        var place = assessments.SelectMany(a => a.Scheme.Lineage()).SelectMany(s => s.Place).DistinctBy(a => a.Id)
            .SelectMany(a => PlaceColumns(a, language)).ToList();
        // 行政区 is the name.
        if (language == Language.Zh && assessments.Any(a => a.Place.Code != a.Place.Name))
        {
            place.Add(("行政区代码", p => p.Code));
        }

        var beside = FiguresBeside.Of(assessments);
        to.Write(CsvCell.Line(
            [.. Lead(words), .. Headings(words, more), .. place.Select(c => c.Heading), .. beside.Headings(language)]));
        foreach (var (assessment, row) in Rows(assessments, more, language))
        {
            var attributes = place.Select(c => c.Value(assessment.Place)).ToList();
            foreach (var (index, figures) in beside.Of(assessment, row[IdColumn]).Index())
            {
                to.Write(CsvCell.Line([.. index == 0 ? row : Further(row, figures), .. attributes, .. figures.Cells]));
            }
        }
    }

    // A line of a further figure names its row, and says nothing of the verdict again.
    private static string[] Further(string[] row, FigureLine figures)
    {
        string[] cells = [.. row.Select((cell, i) => i <= IdColumn || i == NumberColumn || i == NumberColumn + 1 ? cell : "")];
        (cells[UnitColumn], cells[ValueColumn], cells[ValueColumn + 1]) = (figures.OfItem[0], figures.OfItem[1], figures.OfItem[2]);
        return cells;
    }

    private static IEnumerable<(string Heading, Func<Place, string> Value)> PlaceColumns(PlaceAttribute attribute, Language language)
    {
        var (isZh, id) = (language == Language.Zh, attribute.Id);
        if (attribute.Kind != AttributeKind.Shares)
        {
            return
            [
                (isZh ? attribute.Name.Zh : $"place.{id}", p => p.Find(id) is not { } value ? ""
                    : value.Choice ?? (value.Number is { } number ? Reading.Plain(number) : "")),
            ];
        }

        return attribute.Choices.Select(c => (
            isZh ? $"{attribute.Name.Zh}.{c.Text.Zh}" : $"place.{id}.{c.Id}",
            (Func<Place, string>)(p => p.Find(id)?.Shares.FirstOrDefault(s => c.Answers(s.Part)) is { } share
                ? Reading.Plain(share.Percent) : "")));
    }

    /// <param name="words">The language.</param>
    /// <param name="more">Which further columns there are.</param>
    internal static string[] Headings(Wording words, MoreColumns more) =>
    [
        words.Say("领域", "Domain"), words.Say("任务", "Task"), words.Say("序号", "No."), words.Say("指标", "Indicator"),
        words.Say("单位", "Unit"), words.Say("属性", "Force"), words.Say("目标", "Target"), words.Say("现状值", "Value"),
        words.Say("填报达标", "Reported met"), words.Say("判定", "Verdict"), words.Say("依据", "Basis"),
        words.Say("差距", "Margin"),
        words.Say("理由", "Reasons"), words.Say("到期目标", "Targets due"), words.Say("到期目标判定", "Targets due: verdict"),
        words.Say("到期目标差距", "Targets due: margin"), words.Say("到期目标理由", "Targets due: reasons"),
        .. more.Points
            ? [words.Say("得分", "Points"), words.Say("满分", "Possible points"), words.Say("得分说明", "Points: why open")]
            : Array.Empty<string>(),
        .. more.Progress
            ? [words.Say("完成进度（%）", "Progress (%)"), words.Say("序时进度（%）", "Time gone (%)"), words.Say("进度判定", "Schedule")]
            : Array.Empty<string>(),
    ];

    internal static string[] Cells(IndicatorVerdict verdict, Assessment assessment, MoreColumns more, Language language)
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
            .. more.Points ? Points(verdict.Points, language) : [],
            .. more.Progress ? Progress(verdict.Progress, language) : [],
        ];
    }

    private static string[] Points(RowPoints? points, Language language) =>
    [
        points?.Earned ?? "", points is null ? "" : Wording.Number(points.Possible), points?.Why.In(language) ?? "",
    ];

    private static string[] Progress(Progress? progress, Language language) =>
    [
        progress?.DonePercent is { } done ? Wording.Number(Math.Round(done, 2, MidpointRounding.ToNegativeInfinity)) : "",
        progress is null ? "" : Wording.Number(Math.Round(progress.TimePercent, 2, MidpointRounding.ToNegativeInfinity)),
        progress?.StatusText(language) ?? "",
    ];

    // One line per due target.
    private static string Each(List<StageVerdict> due, Func<StageVerdict, string> text) => string.Join('\n', due.Select(text));

    private static string[] Lead(Wording words) =>
    [
        words.Say("体系", "Scheme"), words.Say("版本", "Version"), words.Say("行政区", "Place"), words.Say("年份", "Year"),
        words.Say("指标编号", "Id"),
    ];

    private static IEnumerable<(Assessment Assessment, string[] Cells)> Rows(
        IReadOnlyList<Assessment> assessments, MoreColumns more, Language language) =>
        from assessment in assessments
        from row in assessment.Indicators
            .Select(v => (v.Indicator.Id, Cells: WithPlainMargin(Cells(v, assessment, more, language), v)))
            .Concat(Kinds(assessment, more, language))
            .Concat(Conclusion(assessment, more, language))
        let scheme = assessment.Scheme
        select (assessment, (string[])[scheme.Id, $"{scheme.Version}", assessment.Place.Name, $"{assessment.Year}", row.Id, .. row.Cells]);

    // Spreadsheets sort by numbers but do not read +8 or −0.4 as one.
    private static string[] WithPlainMargin(string[] cells, IndicatorVerdict verdict)
    {
        cells[MarginColumn] = verdict.Margin is { } margin
            ? Wording.Number(margin)
            : cells[MarginColumn].Replace("+", "", StringComparison.Ordinal);
        return cells;
    }

    // A line without an id for each kind of rows, where the scheme names its kinds: the counts are in the column of verdicts.
    private static IEnumerable<(string Id, string[] Cells)> Kinds(Assessment assessment, MoreColumns more, Language language)
    {
        var words = new Wording(language);
        foreach (var (kind, counts) in assessment.Scheme.NamesKinds ? assessment.Summary.ByKind : [])
        {
            var (name, text) = (kind.Name.In(language), SummaryText.Of(counts, words).TrimStart());
            string[] last =
            [
                .. more.Points ? ["", "", ""] : Array.Empty<string>(), .. more.Progress ? ["", "", ""] : Array.Empty<string>(),
            ];
            yield return ("",
            [
                "", "", "", words.Say($"{name}小计", $"All {name}"), "", name, "", "", "", text, "", "", "", "", "", "", "", .. last,
            ]);
        }
    }

    // A line without an id below the indicators: the grade is in the column of verdicts, the points in that of values.
    private static IEnumerable<(string Id, string[] Cells)> Conclusion(
        Assessment assessment, MoreColumns more, Language language)
    {
        if (assessment.Conclusion is { } conclusion)
        {
            var words = new Wording(language);
            var grade = conclusion.Grade?.Name.In(language) ?? (conclusion.IsUndetermined ? words.Of(Status.Undetermined) : "");
            var reasons = string.Join(words.Say("；", "; "), conclusion.Reasons(language));
            var title = words.Say("总评", "Conclusion");
            var total = assessment.Summary.Points;
            string[] points = more.Points ? [$"{conclusion.Points}", total is null ? "" : Wording.Number(total.Possible), ""] : [];
            yield return ("",
            [
                "", "", "", title, "", "", "", $"{conclusion.Points}", "", grade, "", "", reasons, "", "", "", "", .. points,
                .. more.Progress ? ["", "", ""] : Array.Empty<string>(),
            ]);
        }
    }
}

/// <summary>The columns that a report has only where a row says something there. Immutable.</summary>
/// <param name="Points">Whether a row has points.</param>
/// <param name="Progress">Whether a row is on its way to a dated target.</param>
internal readonly record struct MoreColumns(bool Points, bool Progress)
{
    internal static MoreColumns Of(IReadOnlyList<Assessment> assessments) =>
        new(PointsText.Any(assessments), assessments.Any(a => a.Indicators.Any(v => v.Progress is not null)));
}
