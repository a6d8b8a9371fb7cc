using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>
/// The pages of many places: one for each place and year, and an index with their ranking and a heat map of rows × places. Keeps counts and
/// verdicts, not the pages. Not thread-safe.
/// </summary>
/// <param name="language">The language of all pages.</param>
public sealed class PlacePages(Language language)
{
    /// <summary>The name of the index.</summary>
    public const string IndexFile = "index.html";

    /// <summary>The most places of one heat map: more cannot be compared at a glance.</summary>
    private const int MostInHeatMap = 100;

    private readonly Wording _words = new(language);
    private readonly HashSet<string> _files = new(StringComparer.OrdinalIgnoreCase) { IndexFile };
    private readonly List<Entry> _entries = [];

    /// <summary>Makes the page of a place and remembers its entry in the index.</summary>
    /// <param name="report">The papers of the place, in the language of these pages.</param>
    /// <returns>The name of its file and its text.</returns>
    public (string Path, string Text) Add(PlaceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (all, summary) = (report.Assessment, report.Assessment.Summary);
        var file = FileOf(all.Place.Code, all.Year);
        _entries.Add(new(
            file, VisibleText.Cut(all.Place.Name, 60), all.Place.Code, all.Year, all.Scheme.Key, all.Scheme.Title.In(language), summary.All,
            report.Tight.Length, report.Contradictions.Length,
            [.. report.Rows.Select(r => new Cell(r.Number, VisibleText.Cut(r.Name, 60), r.Verdict.Indicator.Id, r.Verdict.Status))]));
        return (file, PlacePage.Page([report], IndexFile));
    }

    /// <summary>Makes the index of the pages so far.</summary>
    /// <param name="overPlaces">The verdicts on what is required of many places.</param>
    public (string Path, string Text) Index(ImmutableArray<PlacesVerdict> overPlaces = default)
    {
        var title = Say("指标评判结果汇总", "Indicators of all places");
        var page = HtmlFrame.Begin(title, language, hasScript: false);
        page.Add($"<header><h1>{title}</h1></header>\n<main>\n");
        if (_entries.Count == 0)
        {
            page.Add($"<p>{Say("没有评判出结果。", "Nothing was judged.")}</p>\n");
        }

        if (!overPlaces.IsDefaultOrEmpty)
        {
            page.Add($"<section aria-labelledby=\"over-places\"><h2 id=\"over-places\">{Say("总体要求", "Over all places")}</h2>\n<ul>\n");
            foreach (var verdict in overPlaces)
            {
                page.Add($"<li>{StatusSign.Of(verdict.Status)} {verdict.Text(language)}</li>\n");
            }

            page.Add($"</ul>\n</section>\n");
        }

        var schemes = _entries.GroupBy(e => e.Scheme, StringComparer.Ordinal).ToList();
        for (var i = 0; i < schemes.Count; i++)
        {
            var ranked = schemes[i].OrderByDescending(e => e.Year).ThenByDescending(e => e.Counts.MetPercent() ?? -1)
                .ThenBy(e => e.Counts.NotMet).ThenBy(e => e.Code, StringComparer.Ordinal).ToList();
            page.Add($"<section aria-labelledby=\"scheme-{i}\"><h2 id=\"scheme-{i}\">{ranked[0].Title}</h2>\n");
            Ranking(page, ranked, i);
            HeatMap(page, ranked, i);
            page.Add($"</section>\n");
        }

        page.Add($"</main>\n");
        return (IndexFile, HtmlFrame.End(page, hasScript: false));
    }

    private void Ranking(HtmlMarkup page, List<Entry> ranked, int at)
    {
        page.Add($"<h3 id=\"ranking-{at}\">{Say("排名", "Ranking")}</h3>\n");
        var how = Say(
            "同一年的按达标率（达标项占除不适用外各项的百分比）排列，相同的并列。",
            "Those of a year are ranked by met rows in percent of those that apply; equal ones have equal ranks.");
        page.Add($"<p>{how}</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"ranking-{at}\">");
        page.Add($"<table class=\"ranking\"><thead><tr>");
        foreach (var heading in (string[])
        [
            Say("名次", "Rank"), Say("行政区", "Place"), Say("年份", "Year"), Say("达标率", "Met %"), Say("项数", "Rows"),
            _words.Of(Status.Met), Say("其中自报", "declared of these"), _words.Of(Status.NotMet), _words.Of(Status.Undetermined),
            _words.Of(Status.NotApplicable), Say("压线", "tight"), Say("校核问题", "findings"),
        ])
        {
            page.Add($"<th scope=\"col\">{heading}</th>");
        }

        page.Add($"</tr></thead><tbody>\n");
        foreach (var e in ranked)
        {
            var c = e.Counts;
            var rank = 1 + ranked.Where(o => o.Year == e.Year).TakeWhile(o => o.Counts.MetPercent() != c.MetPercent()).Count();
            var share = c.MetPercent() is { } percent ? $"{Wording.Number(percent)}%" : "—";
            page.Add($"<tr><td>{rank}</td><th scope=\"row\"><a href=\"{e.File}\">{e.Name}</a></th><td>{e.Year}</td><td>{share}</td>");
            page.Add($"<td>{c.Total}</td>");
            page.Add($"<td>{c.Met}</td><td>{c.DeclaredMet}</td><td>{c.NotMet}</td><td>{c.Undetermined}</td><td>{c.NotApplicable}</td>");
            page.Add($"<td>{e.Tight}</td><td>{e.Found}</td></tr>\n");
        }

        page.Add($"</tbody></table></div>\n");
    }

    private void HeatMap(HtmlMarkup page, List<Entry> ranked, int at)
    {
        var shown = ranked.Take(MostInHeatMap).ToList();
        page.Add($"<h3 id=\"map-{at}\">{Say("各项各地一览", "Rows and places at a glance")}</h3>\n");
        CountsPicture.Legend(page, _words);
        if (shown.Count < ranked.Count)
        {
            var left = Say($"只列出排名前{shown.Count}的，共{ranked.Count}个。", $"The first {shown.Count} of {ranked.Count} are shown.");
            page.Add($"<p>{left}</p>\n");
        }

        page.Add($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"map-{at}\"><table class=\"heat\"><thead><tr>");
        page.Add($"<th scope=\"col\">{Say("指标", "Indicator")}</th>");
        foreach (var entry in shown)
        {
            page.Add($"<th scope=\"col\"><a href=\"{entry.File}\">{entry.Name}</a>\n{entry.Year}</th>");
        }

        page.Add($"<th scope=\"col\">{Say("未达标地数", "Places not met")}</th></tr></thead><tbody>\n");
        for (var row = 0; row < ranked[0].Cells.Length; row++)
        {
            var first = ranked[0].Cells[row];
            page.Add($"<tr><th scope=\"row\">{first.Number} {first.Name}</th>");
            foreach (var entry in shown)
            {
                var status = entry.Cells[row].Status;
                page.Add($"<td class=\"status-{StatusClass.Of(status)}\">{StatusSign.Of(status)}</td>");
            }

            page.Add($"<td>{ranked.Count(e => e.Cells[row].Status == Status.NotMet)}</td></tr>\n");
        }

        page.Add($"</tbody></table></div>\n");
    }

    // A code that makes no file name, or one that is taken, is replaced by a number.
    private string FileOf(string code, int year)
    {
        var isPlain = code.Length is > 0 and <= 40 && code.All(char.IsAsciiLetterOrDigit);
        var name = string.Create(CultureInfo.InvariantCulture, $"{(isPlain ? code : $"place-{_entries.Count + 1}")}-{year}.html");
        for (var n = 2; !_files.Add(name); n++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"place-{_entries.Count + 1}-{year}-{n}.html");
        }

        return name;
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private sealed record Entry(
        string File, string Name, string Code, int Year, string Scheme, string Title, Counts Counts, int Tight, int Found,
        ImmutableArray<Cell> Cells);

    private sealed record Cell(string Number, string Name, string Id, Status Status);
}
