using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Writes how far every row is from each dated target (近期目标, 中远期目标), in one table.</summary>
public static class StagesReport
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
    };

    /// <summary>The report.</summary>
    /// <param name="assessment">The assessment, with reasons.</param>
    /// <param name="format">A table, CSV or JSON.</param>
    /// <param name="language">The language of names and words.</param>
    /// <param name="layout">The layout of the table.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is unknown.</exception>
    public static string Write(Assessment assessment, ReportFormat format, Language language, TextLayout layout)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(layout);
        return format switch
        {
            ReportFormat.Table => Table(assessment, language, layout),
            ReportFormat.Csv => Csv(assessment, language),
            ReportFormat.Json => Json(assessment, language),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
    }

    private static string Table(Assessment assessment, Language language, TextLayout layout)
    {
        var words = new Wording(language);
        var stages = assessment.Scheme.Stages;
        var title = layout.Signs(VisibleText.OneLine(SummaryText.Title(assessment, language))) + "\n";
        if (stages.IsEmpty)
        {
            return title + words.Say("这个体系没有分阶段的目标。\n", "The scheme has no dated targets.\n");
        }

        string[] headings =
        [
            words.Say("序号", "No."), words.Say("指标", "Indicator"), words.Say("现状值", "Value"),
            .. stages.SelectMany(s => (string[])
            [
                $"{s.Name.In(language)}\n{words.Say($"{s.Year}年", $"{s.Year}")}", words.Say($"{s.Year}年情况", $"{s.Year}: how it stands"),
            ]),
        ];
        var rows = assessment.Indicators.Select(v => (string[])
        [
            v.Indicator.Number, v.Indicator.Name.In(language), string.Join('\n', ReportRow.ValuesOf(v, language)),
            .. stages.SelectMany(s => Of(v, s) is { } verdict
                ? (string[])[verdict.Stage.Target.In(language), verdict.Situation(language)] : ["", ""]),
        ]).ToList();
        var text = new StringBuilder(title).Append(layout.Table(headings, rows));
        foreach (var stage in stages)
        {
            var all = assessment.Indicators.Select(v => Of(v, stage)).OfType<StageVerdict>().ToList();
            var counts = all.GroupBy(v => Kind(v)).OrderBy(g => g.Key)
                .Select(g => words.Say($"{Name(g.Key, words)} {g.Count()}", $"{Name(g.Key, words)} {g.Count()}"));
            var named = SummaryText.Named(stage, words);
            text.Append(words.Say(
                $"{named} {all.Count} 项：{string.Join("，", counts)}。\n", $"{named}, {all.Count}: {string.Join(", ", counts)}.\n"));
        }

        return text.ToString();
    }

    private static string Csv(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var stages = assessment.Scheme.Stages;
        var text = new StringBuilder(CsvCell.Line(
        [
            words.Say("序号", "No."), words.Say("指标", "Indicator"), words.Say("单位", "Unit"), words.Say("现状值", "Value"),
            .. stages.SelectMany(s => (string[])
            [
                words.Say($"{s.Year}年目标", $"{s.Year}: target"), words.Say($"{s.Year}年情况", $"{s.Year}: how it stands"),
                words.Say($"{s.Year}年还差", $"{s.Year}: short by"), words.Say($"{s.Year}年前每年须改善", $"{s.Year}: needed a year"),
            ]),
        ]));
        foreach (var v in assessment.Indicators)
        {
            text.Append(CsvCell.Line(
            [
                v.Indicator.Number, v.Indicator.Name.In(language), v.Indicator.Unit, ReportRow.ValueOf(v, language),
                .. stages.SelectMany(s => Of(v, s) is { } verdict
                    ? (string[])
                    [
                        verdict.Stage.Target.In(language), verdict.Situation(language),
                        Number(Short(verdict)), Number(verdict.YearlyChange),
                    ]
                    : ["", "", "", ""]),
            ]));
        }

        return text.ToString();
    }

    private static string Json(Assessment assessment, Language language) => new JsonObject
    {
        ["scheme"] = assessment.Scheme.Id,
        ["version"] = $"{assessment.Scheme.Version}",
        ["place"] = new JsonObject { ["code"] = assessment.Place.Code, ["name"] = assessment.Place.Name },
        ["year"] = assessment.Year,
        ["indicators"] = new JsonArray(
        [
            .. assessment.Indicators.Select(v => (JsonNode)new JsonObject
            {
                ["number"] = v.Indicator.Number,
                ["id"] = v.Indicator.Id,
                ["name"] = v.Indicator.Name.In(language),
                ["unit"] = v.Indicator.Unit,
                ["value"] = ReportRow.ValueOf(v, language),
                ["stages"] = new JsonArray(
                [
                    .. v.Stages.Select(s => (JsonNode)new JsonObject
                    {
                        ["stage"] = s.Stage.Stage.Id,
                        ["year"] = s.Stage.Stage.Year,
                        ["target"] = s.Stage.Target.In(language),
                        ["situation"] = Id(Kind(s)),
                        ["words"] = s.Situation(language),
                        ["short"] = Short(s),
                        ["yearly"] = s.YearlyChange,
                    }),
                ]),
            }),
        ]),
    }.ToJsonString(Options) + "\n";

    private static StageVerdict? Of(IndicatorVerdict verdict, Schemes.Model.Stage stage) =>
        verdict.Stages.FirstOrDefault(s => s.Stage.Stage.Id == stage.Id);

    private static decimal? Short(StageVerdict verdict) =>
        verdict.Margin is < 0 and { } margin && verdict.Status != Status.NotApplicable ? -margin : null;

    private static string Number(decimal? number) => number is { } n ? Wording.Number(n) : "";

    // Met, NotMet and so on by the figures there are, whether the target is due or not.
    private static Status Kind(StageVerdict verdict) => verdict switch
    {
        { Due: true } => verdict.Status,
        { Status: Status.NotApplicable } => Status.NotApplicable,
        { Verdict.Proven: var status } => status,
    };

    private static string Id(Status status) => status switch
    {
        Status.Met => "met",
        Status.NotMet => "notMet",
        Status.NotApplicable => "notApplicable",
        _ => "undetermined",
    };

    private static string Name(Status status, Wording words) => status switch
    {
        Status.Met => words.Say("已达到", "reached"),
        Status.NotMet => words.Say("未达到", "not reached"),
        Status.NotApplicable => words.Of(status),
        _ => words.Say("还不能比较", "not known yet"),
    };
}
