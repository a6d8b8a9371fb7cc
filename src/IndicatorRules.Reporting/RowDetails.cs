using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>What a row shows when it is opened: reasons, pictures, the levels side by side, dated targets, sources and rules.</summary>
internal sealed class RowDetails(HtmlMarkup page, PlaceReport report, Wording words)
{
    /// <summary>The most pictures of one row.</summary>
    private const int MostPictures = 6;

    private readonly FigurePicture _picture = new(page, words);
    private readonly SchemeLabels _labels = new(report.Assessment.Scheme, report.Language);

    internal void Write(ReportedRow row)
    {
        page.Add($"<details><summary>{Summary(row)}</summary>\n<div class=\"detail\">\n");
        Reasons(row);
        Pictures(row);
        Levels(row);
        Stages(row);
        Sources(row);
        Rules(row);
        page.Add($"</div></details>");
    }

    private string Summary(ReportedRow row)
    {
        var margin = row.MarginText.Length > 0 ? row.MarginText : row.Reasons.FirstOrDefault() ?? row.Status;
        return VisibleText.Cut(words.Say($"第{row.Number}项理由和依据：{margin}", $"No. {row.Number}, reasons and sources: {margin}"), 90);
    }

    private void Reasons(ReportedRow row)
    {
        page.Add($"<div><h3>{words.Say("为什么这样判", "Why it is judged so")}</h3><ul>");
        foreach (var sentence in row.Reasons)
        {
            page.Add($"<li>{sentence}</li>");
        }

        page.Add($"</ul>");
        List(words.Say("怎样会变", "What would turn it"), row.Flips);
        List(words.Say("还要补的数据或材料", "Figures and documents still lacking"), row.Lacking);
        List(words.Say("只凭自报的要求", "Requirements that rest on claims alone"), row.Claims.Select(c => c.Requirement));
        if (row.Disagrees)
        {
            var said = words.Say(
                $"“是否达标”自报为“{row.Reported}”，与评判结论不一致。", $"It is reported as “{row.Reported}”, otherwise than judged.");
            page.Add($"<p>{said}</p>");
        }

        List(words.Say("校核发现", "What the checks found"), report.Contradictions.Where(f => f.Row?.Id == row.Verdict.Indicator.Id)
            .Select(f => words.Say($"{f.Group}：{f.Message}\n{f.ToDo}", $"{f.Group}: {f.Message}\n{f.ToDo}")));
        page.Add($"</div>\n");
    }

    private void Pictures(ReportedRow row)
    {
        var shown = row.Clauses.Where(c => c.Clause is { Number: not null, Bound: not null }).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        page.Add($"<div><h3>{words.Say("离要求多远", "How far from what is asked")}</h3>");
        foreach (var clause in shown.Take(MostPictures))
        {
            if (clause.Clause.Subject.Length > 0)
            {
                page.Add($"<p>{clause.Clause.Subject}</p>");
            }

            _picture.Thermometer(clause);
        }

        if (shown.Count > MostPictures)
        {
            var left = shown.Count - MostPictures;
            page.Add($"<p class=\"faint\">{words.Say($"另有{left}处没有画出。", $"{left} more are not drawn.")}</p>");
        }

        page.Add($"</div>\n");
    }

    private void Levels(ReportedRow row)
    {
        page.Add($"<div><h3>{words.Say("各级要求", "Each level")}</h3><table class=\"side\"><thead><tr>");
        page.Add($"<th scope=\"col\">{words.Say("级别", "Level")}</th><th scope=\"col\">{words.Say("指标值", "Target")}</th>");
        page.Add($"<th scope=\"col\">{words.Say("判定", "Verdict")}</th></tr></thead><tbody>");
        var statuses = row.Verdict.Uppers.GroupBy(u => u.SchemeId).ToDictionary(g => g.Key, g => g.First().Status);
        foreach (var (scheme, indicator) in Lineage(row.Verdict.Indicator, report.Assessment.Scheme, []))
        {
            Status? status = indicator == row.Verdict.Indicator ? row.Verdict.Status
                : statuses.TryGetValue(scheme.Id, out var above) ? above : null;
            page.Add($"<tr><th scope=\"row\">{_labels.Of(scheme.Id)}</th><td>{indicator.Target.In(report.Language)}</td>");
            var said = status is { } known ? $"{StatusSign.Of(known)} {words.Of(known)}" : words.Say("没有单独评判", "not judged apart");
            page.Add($"<td>{said}</td></tr>");
        }

        page.Add($"</tbody></table></div>\n");
    }

    private void Stages(ReportedRow row)
    {
        if (row.Stages.IsEmpty)
        {
            return;
        }

        page.Add($"<div><h3>{words.Say("近期、中远期目标", "Dated targets")}</h3><table class=\"side\"><thead><tr>");
        foreach (var heading in (string[])
        [
            words.Say("目标", "Stage"), words.Say("要求", "Target"), words.Say("进展", "Progress"), words.Say("还差", "Lacking"),
            words.Say("平均每年须变化", "Change needed a year"),
        ])
        {
            page.Add($"<th scope=\"col\">{heading}</th>");
        }

        page.Add($"</tr></thead><tbody>");
        foreach (var stage in row.Stages)
        {
            var of = stage.Verdict.Stage.Stage;
            page.Add($"<tr><th scope=\"row\">{words.Say($"{of.Name.Zh}（{of.Year}年）", $"{of.Name.En} ({of.Year})")}</th>");
            page.Add($"<td>{stage.Target}</td><td>{stage.Sign} {stage.State}</td>");
            page.Add($"<td>{Figure(stage.Lacking, stage.Unit)}</td><td>{Figure(stage.YearlyChange, stage.Unit)}</td></tr>");
        }

        page.Add($"</tbody></table>\n");
        if (row.Progress.Length > 0)
        {
            page.Add($"<p>{row.Progress}</p>");
        }

        _picture.Path(row, report.Assessment.Year);
        page.Add($"<ul>");
        foreach (var reason in row.Stages.SelectMany(s => s.Reasons).Distinct())
        {
            page.Add($"<li>{reason}</li>");
        }

        page.Add($"</ul></div>\n");
    }

    private void Sources(ReportedRow row)
    {
        var target = row.Verdict.Indicator.Source;
        var table = target.Table.Length == 0 ? "" : words.Say($"表{target.Table}", $"table {target.Table}");
        page.Add($"<div>");
        List(words.Say("数据来源", "Sources of the figures"), row.Sources.DefaultIfEmpty(words.Say("没有填写", "none given")));
        List(words.Say("责任单位", "Responsible office"), row.Owners);
        List(words.Say("备注", "Notes"), row.Notes);
        List(words.Say("指标值出处", "Source of the target"), [$"{target.Document} {table}".Trim()]);
        page.Add($"</div>\n");
    }

    private void Rules(ReportedRow row)
    {
        var heading = words.Say("评判规则（给编写指标体系的人看）", "Rules (for those who write schemes)");
        page.Add($"<div><details><summary>{heading}</summary>");
        foreach (var (scheme, indicator) in Lineage(row.Verdict.Indicator, report.Assessment.Scheme, []))
        {
            page.Add($"<p>{_labels.Of(scheme.Id)}</p><pre>{indicator.Rule.Code.Trim()}</pre>");
        }

        page.Add($"</details></div>\n");
    }

    private void List(string heading, IEnumerable<string> lines)
    {
        var all = lines.Where(l => l.Length > 0).ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Add($"<h3>{heading}</h3><ul>");
        foreach (var line in all)
        {
            page.Add($"<li>{line}</li>");
        }

        page.Add($"</ul>");
    }

    private static string Figure(decimal? number, string unit) => number is { } n ? Wording.WithUnit(Wording.Number(n), unit) : "—";

    // Uppermost first, each row of each scheme once.
    private static IEnumerable<(Scheme Scheme, Indicator Indicator)> Lineage(
        Indicator indicator, Scheme scheme, HashSet<(string Scheme, string Indicator)> seen) =>
        !seen.Add((scheme.Id, indicator.Id)) ? [] :
        indicator.From.SelectMany(from => Lineage(scheme.Upper(from), scheme.Uppers.First(u => u.Id == from.SchemeId), seen))
            .Append((scheme, indicator));
}
