using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>
/// Writes the papers of a place as one HTML page that needs no network: counts that filter, the printed table, and for each row its
/// reasons, pictures, levels and sources. It can be read and printed without script.
/// </summary>
public static class PlacePage
{
    /// <summary>Writes the page.</summary>
    /// <param name="reports">The papers: one, or one for each scheme that the same place was judged by.</param>
    /// <param name="to">The output. Lines end with \n.</param>
    public static void Write(IReadOnlyList<PlaceReport> reports, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(to);
        if (reports.Count == 0)
        {
            throw new ArgumentException("At least one report.", nameof(reports));
        }

        to.Write(Page(reports, null));
    }

    /// <summary>The page as a text.</summary>
    /// <param name="reports">At least one.</param>
    /// <param name="index">The file of the page that lists all places; null where there is none.</param>
    internal static string Page(IReadOnlyList<PlaceReport> reports, string? index)
    {
        var (first, words) = (reports[0], new Wording(reports[0].Language));
        var name = VisibleText.Cut(first.Assessment.Place.Name, 200);
        var title = words.Say($"{name}　{first.Assessment.Year}年", $"{name}, {first.Assessment.Year}");
        var page = HtmlFrame.Begin(words.Say($"{title}指标评判结果", $"{title}: indicators"), first.Language, hasScript: true);
        page.Add($"<a class=\"skip\" href=\"#table-1\">{words.Say("跳到指标表", "Skip to the table")}</a>\n<header>");
        if (index is not null)
        {
            page.Add($"<nav class=\"screen\"><a href=\"{index}\">{words.Say("全部县（市、区）", "All places")}</a></nav>");
        }

        page.Add($"<h1>{title}</h1></header>\n<main>\n");
        if (reports.Count > 1)
        {
            SideBySideTable(page, reports, words);
        }

        for (var i = 0; i < reports.Count; i++)
        {
            new PlaceSection(page, reports[i], i + 1).Write();
        }

        page.Add($"</main>\n");
        return HtmlFrame.End(page, hasScript: true);
    }

    private static void SideBySideTable(HtmlMarkup page, IReadOnlyList<PlaceReport> reports, Wording words)
    {
        var assessments = reports.Select(r => r.Assessment).ToList();
        var title = words.Say("各体系并列", "Side by side");
        page.Add($"<section class=\"screen\"><h2>{title}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
        page.Add($" aria-label=\"{title}\"><table class=\"side\"><thead><tr>");
        foreach (var heading in SideBySide.Headings(assessments, words.Language).Prepend(words.Say("指标", "Indicator")))
        {
            page.Add($"<th scope=\"col\">{heading}</th>");
        }

        page.Add($"</tr></thead><tbody>\n");
        foreach (var cells in SideBySide.Rows(assessments, words.Language))
        {
            page.Add($"<tr><th scope=\"row\">{cells[0]}</th>");
            foreach (var cell in cells.Skip(1))
            {
                page.Add($"<td>{cell}</td>");
            }

            page.Add($"</tr>\n");
        }

        page.Add($"</tbody></table></div></section>\n");
    }
}

/// <summary>The papers of one scheme on a page.</summary>
internal sealed class PlaceSection(HtmlMarkup page, PlaceReport report, int at)
{
    private readonly Wording _words = new(report.Language);
    private readonly RowDetails _details = new(page, report, new(report.Language));
    private readonly FigurePicture _picture = new(page, new(report.Language));
    private readonly HashSet<string> _found = [.. report.Contradictions.Select(f => f.Row?.Id).OfType<string>()];

    internal void Write()
    {
        page.Add($"<section class=\"place\" aria-labelledby=\"scheme-{at}\">\n");
        page.Add($"<h2 id=\"scheme-{at}\">{report.Assessment.Scheme.Title.In(report.Language)}</h2>\n");
        page.Add($"<div class=\"screen\"><p>{report.Overview}</p>\n");
        if (report.Assessment.Note.Length > 0)
        {
            page.Add($"<p class=\"note\">{report.Assessment.Note}</p>\n");
        }

        Pictures();
        Controls();
        page.Add($"</div>\n");
        Table();
        Below();
        page.Add($"</section>\n");
    }

    private void Pictures()
    {
        var summary = report.Assessment.Summary;
        page.Add($"<div class=\"pictures\">\n<figure><figcaption>{Say("各领域", "Domains")}</figcaption>");
        CountsPicture.Legend(page, _words);
        Bars([.. summary.ByDomain.Select(d => (d.Domain.Name.In(report.Language), d.Counts))]);
        page.Add($"</figure>\n");
        var stages = report.Stages
            .Select(s => (Name: Say($"{s.Name.Zh}（{s.Year}年）", $"{s.Name.En} ({s.Year})"), Counts: StageCounts(s.Id)))
            .Where(s => s.Counts.Total > 0).ToList();
        if (stages.Count > 0)
        {
            page.Add($"<figure><figcaption>{Say("近期、中远期目标（按现有数据）", "Dated targets, by the figures now")}</figcaption>");
            Bars(stages);
            page.Add($"</figure>\n");
        }

        MarginPicture.Draw(page, report, _words);
        page.Add($"</div>\n");
    }

    private void Bars(List<(string Name, Counts Counts)> bars)
    {
        page.Add($"<table class=\"bars\"><tbody>\n");
        foreach (var (name, counts) in bars)
        {
            CountsPicture.Row(page, name, counts, bars.Max(b => b.Counts.Total), _words);
        }

        page.Add($"</tbody></table>");
    }

    private Counts StageCounts(string stage)
    {
        var all = report.Rows.Where(r => r.Verdict.Indicator.Kind.Counted).SelectMany(r => r.Stages)
            .Where(s => s.Verdict.Stage.Stage.Id == stage).Select(s => s.Now).ToList();
        return new(
            all.Count(s => s == Status.Met), all.Count(s => s == Status.NotMet), all.Count(s => s == Status.NotApplicable),
            all.Count(s => s == Status.Undetermined), 0);
    }

    private void Controls()
    {
        page.Add($"<div class=\"controls\" role=\"search\" aria-labelledby=\"scheme-{at}\">\n");
        page.Add($"<fieldset><legend>{Say("只看", "Show only")}</legend>\n");
        foreach (var (value, label, count) in Filters().Where(f => f.Count > 0))
        {
            page.Add($"<input class=\"only\" type=\"radio\" name=\"only-{at}\" id=\"only-{at}-{value}\" value=\"{value}\"");
            page.Add($"{(value == "all" ? " checked" : "")}><label for=\"only-{at}-{value}\">{label} {count}</label>\n");
        }

        page.Add($"</fieldset>\n<div class=\"tools\" hidden><label>{Say("查找", "Find")} <input type=\"search\" autocomplete=\"off\"");
        page.Add($" placeholder=\"{Say("名称、责任单位、来源", "name, office, source")}\"></label>\n");
        page.Add($"<label>{Say("排序", "Order")} <select>");
        foreach (var (value, label) in (ReadOnlySpan<(string, string)>)
        [
            ("number", Say("按表内顺序", "as in the table")), ("spare", Say("余量从小到大", "least margin first")),
            ("status", Say("未达标在前", "not met first")),
        ])
        {
            page.Add($"<option value=\"{value}\">{label}</option>");
        }

        page.Add($"</select></label>\n<button type=\"button\">{Say("全部展开或收起", "Open or close all")}</button>\n");
        page.Add($"<output data-text=\"{Say("现列出{0}项", "{0} rows shown")}\"></output></div></div>\n");
    }

    private IEnumerable<(string Value, string Label, int Count)> Filters() =>
    [
        ("all", Say("全部", "All"), report.Rows.Length),
        ("not-met", _words.Of(Status.NotMet), report.NotMet.Length),
        ("open", _words.Of(Status.Undetermined), report.Undetermined.Length),
        ("none", _words.Of(Status.NotApplicable), report.Rows.Count(r => r.Verdict.Status == Status.NotApplicable)),
        ("claimed", Say("自报", "Declared"), report.Claimed.Length),
        ("tight", Say("压线", "Tight"), report.Tight.Length),
        ("due", Say("到期未达标", "Due and not met"), report.Rows.Count(IsDue)),
        ("differs", Say("自报与评判不一致", "Reported otherwise"), report.Disagreeing.Length),
        ("found", Say($"校核{report.Contradictions.Length}处，涉及项", $"{report.Contradictions.Length} findings, rows"),
            report.Rows.Count(r => _found.Contains(r.Verdict.Indicator.Id))),
    ];

    private void Table()
    {
        page.Add($"<table class=\"table\" id=\"table-{at}\"><caption>{report.TableTitle}</caption>\n<thead><tr>");
        foreach (var heading in report.Columns)
        {
            page.Add($"<th scope=\"col\">{heading}</th>");
        }

        page.Add($"<th scope=\"col\" class=\"spare\">{Say("余量\n（占要求）", "Margin\n(of what is asked)")}</th></tr></thead>\n");
        var (domain, task) = ("", "");
        foreach (var row in report.Rows)
        {
            Row(row, domain == row.Domain, domain == row.Domain && task == row.TaskGroup);
            (domain, task) = (row.Domain, row.TaskGroup);
        }

        page.Add($"</table>\n");
    }

    private void Row(ReportedRow row, bool sameDomain, bool sameTask)
    {
        var lines = row.Lines;
        page.Add($"<tbody class=\"{Classes(row)}\" id=\"{Anchor(row.Verdict.Indicator.Id)}\" data-status=\"{Order(row.Verdict.Status)}\"");
        if (row.SparePercent is { } spare)
        {
            page.Add($" data-spare=\"{Wording.Signed(spare).Replace('−', '-')}\"");
        }

        page.Add($">\n<tr>");
        Heading(row.Domain, 0, sameDomain, lines.Length);
        Heading(row.TaskGroup, 1, sameTask, lines.Length);
        page.Add($"<td rowspan=\"{lines.Length}\"{Label(2)}>{row.Number}</td>");
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            page.AddMade(i == 0 ? "" : "<tr>");
            page.Add($"<th scope=\"row\" class=\"name{(i == 0 ? "" : " item")}\">{line.Name}</th>");
            Cell(line.Unit, i, 4, Rows(i, l => l.Unit));
            Cell(line.Target, i, 5, Rows(i, l => l.Target));
            if (i == 0)
            {
                page.Add($"<td class=\"kind\" rowspan=\"{lines.Length}\"{Label(6)}>{row.Kind}</td>");
            }

            Cell(line.Value, i, 7, Rows(i, l => l.Value));
            if (i == 0)
            {
                Verdict(row, lines.Length);
            }

            for (var stage = 0; stage < line.Stages.Length; stage++)
            {
                var s = stage;
                Cell(line.Stages[s], i, 9 + s, Rows(i, l => l.Stages[s]));
            }

            if (i == 0)
            {
                Spare(row, lines.Length);
            }

            page.Add($"</tr>\n");
        }

        page.Add($"<tr class=\"more-line\"><td class=\"more\" colspan=\"{report.Columns.Length + 1}\">");
        _details.Write(row);
        page.Add($"</td></tr>\n</tbody>\n");

        int Rows(int from, Func<PrintedLine, string?> text) => 1 + lines.Skip(from + 1).TakeWhile(l => text(l) is null).Count();
    }

    private void Heading(string text, int column, bool again, int rows) =>
        page.Add($"<td rowspan=\"{rows}\" class=\"{(again ? "again" : "first")}\"{Label(column)}><span>{text}</span></td>");

    // A text that is null belongs to the cell above, which spans its line.
    private void Cell(string? text, int line, int column, int rows)
    {
        if (text is not null || line == 0)
        {
            page.Add($"<td rowspan=\"{rows}\"{Label(column)}>{text}</td>");
        }
    }

    private void Verdict(ReportedRow row, int lines)
    {
        page.Add($"<td class=\"verdict\" rowspan=\"{lines}\"{Label(8)}>");
        page.Add($"<span class=\"status-{StatusClass.Of(row.Verdict.Status)}\">{row.Sign} {row.Status}</span>");
        if (row.Verdict.Basis == Basis.Declared)
        {
            page.Add($" <span class=\"claim\">{Say("（自报）", "(declared)")}</span>");
        }

        page.Add($"</td>");
    }

    private void Spare(ReportedRow row, int lines)
    {
        page.Add($"<td class=\"spare\" rowspan=\"{lines}\" data-label=\"{Say("余量", "Margin")}\">");
        if (row.SparePercent is { } percent)
        {
            page.Add($"{Wording.Signed(percent)}%");
            _picture.Spare(percent, row.Verdict.Status);
        }
        else
        {
            page.Add($"—");
        }

        page.Add($"</td>");
    }

    private string Anchor(string indicator) => $"row-{at}-{indicator}";

    private HtmlAttribute Label(int column) => new("data-label", report.Columns[column].Split('\n')[0]);

    private string Classes(ReportedRow row) => string.Join(' ', ((string[])
    [
        "row", "is-" + StatusClass.Of(row.Verdict.Status),
        row.Verdict.Basis == Basis.Declared ? "is-claimed" : "",
        row.IsTight ? "is-tight" : "",
        IsDue(row) ? "is-due" : "",
        row.Disagrees ? "is-differing" : "",
        _found.Contains(row.Verdict.Indicator.Id) ? "is-found" : "",
    ]).Where(c => c.Length > 0));

    private static bool IsDue(ReportedRow row) => row.Verdict.DueStages.Any(s => s.Status == Status.NotMet);

    private static int Order(Status status) => status switch
    {
        Status.NotMet => 0,
        Status.Undetermined => 1,
        Status.Met => 2,
        _ => 3,
    };

    private void Below()
    {
        if (report.Marks.Length > 0)
        {
            page.Add($"<p>{report.Marks}</p>\n");
        }

        page.Add($"<p class=\"sign-off\"><span>{Say("填报单位（盖章）：", "Office (seal):")}</span>");
        page.Add($"<span>{Say("填报人：", "Filled in by:")}</span><span>{Say("审核人：", "Reviewed by:")}</span>");
        page.Add($"<span>{Say("日期：", "Date:")}</span></p>\n<div class=\"screen\">\n");
        page.Add($"<h3>{Say("合计", "Counts")}</h3><ul>");
        foreach (var line in report.Counts)
        {
            page.Add($"<li>{line}</li>");
        }

        page.Add($"</ul>\n");
        Found();
        page.Add($"</div>\n<h3>{Say("所用指标体系", "Schemes judged by")}</h3><ul>");
        foreach (var scheme in report.Schemes)
        {
            var version = scheme.Scheme.Version.ToString();
            page.Add($"<li>{scheme.Level}{Say($"：{scheme.Title}（版本 {version}）", $": {scheme.Title} (version {version})")}");
            page.Add($" <span class=\"hash\">{scheme.Scheme.Hash}</span></li>");
        }

        page.Add($"</ul>\n");
        if (report.Assessment.FactsHash.Length > 0)
        {
            page.Add($"<p>{Say("填报数据校验码", "Hash of the facts")} <span class=\"hash\">{report.Assessment.FactsHash}</span></p>\n");
        }
    }

    private void Found()
    {
        if (report.Contradictions.IsEmpty)
        {
            return;
        }

        var all = report.Contradictions.Length;
        page.Add($"<h3>{Say($"校核发现（{all}处）", $"What the checks found ({all})")}</h3>\n<ol class=\"findings\">");
        foreach (var found in report.Contradictions)
        {
            page.Add($"<li>{found.Group}{Say("：", ": ")}");
            if (found.Row is { } row)
            {
                var named = Say($"第{row.Number}项“{row.Name.Zh}”", $"no. {row.Number} “{row.Name.En}”");
                page.Add($"<a href=\"#{Anchor(row.Id)}\">{named}</a> ");
            }

            page.Add($"{found.Message}<br><span class=\"faint\">{found.ToDo}</span></li>\n");
        }

        page.Add($"</ol>\n");
        if (report.FoundIn.Length > 0)
        {
            page.Add($"<p class=\"faint\">{Say($"出处都在：{report.FoundIn}", $"All in: {report.FoundIn}")}</p>\n");
        }
    }

    private string Say(string zh, string en) => _words.Say(zh, en);
}
