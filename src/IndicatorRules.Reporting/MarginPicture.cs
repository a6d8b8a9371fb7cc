using IndicatorRules.Assessing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>The margins of all rows relative to their requirements, least first.</summary>
internal static class MarginPicture
{
    private const decimal Line = 18;
    private const decimal Names = 190;
    private const decimal Half = 105;
    private const int MostPercent = 100;

    internal static void Draw(HtmlMarkup page, PlaceReport report, Wording words)
    {
        var rows = report.Rows.Where(r => r.SparePercent is not null).OrderBy(r => r.SparePercent).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var height = (rows.Count * Line) + 4;
        var middle = Names + Half;
        page.Add($"<figure><figcaption>{words.Say("各项余量（占要求的百分比）", "Margins in percent of what is asked")}</figcaption>\n");
        page.Add($"<details><summary>{words.Say($"{rows.Count}项，从余量最小的排起", $"{rows.Count} rows, the least first")}</summary>");
        page.Add($"<svg viewBox=\"0 0 460 {height}\" role=\"img\" aria-label=\"{Said(rows, words)}\">");
        page.Add($"<line class=\"axis\" x1=\"{middle}\" x2=\"{middle}\" y1=\"0\" y2=\"{height}\"/>");
        foreach (var (row, i) in rows.Select((r, i) => (r, i)))
        {
            var (percent, top) = (row.SparePercent!.Value, i * Line);
            var wide = Math.Clamp(percent, -MostPercent, MostPercent) / MostPercent * Half;
            var name = words.Say(VisibleText.Cut(row.Verdict.Indicator.Name.Zh, 10), VisibleText.Cut(row.Verdict.Indicator.Name.En, 22));
            page.Add($"<text x=\"{Names - 8}\" y=\"{top + 14}\" text-anchor=\"end\">{row.Number} {name}</text>");
            page.Add($"<rect class=\"{StatusClass.Of(row.Verdict.Status)}\" x=\"{middle + Math.Min(0, wide)}\" y=\"{top + 3}\"");
            page.Add($" width=\"{Math.Max(1.5m, Math.Abs(wide))}\" height=\"{Line - 6}\"/>");
            page.Add($"<text class=\"small\" x=\"{middle + Math.Max(0, wide) + 5}\" y=\"{top + 14}\">{Wording.Signed(percent)}%</text>\n");
        }

        page.Add($"</svg></details></figure>\n");
    }

    private static string Said(List<ReportedRow> rows, Wording words) => words.Say(
        $"余量最小的是{rows[0].Named}，为{Wording.Signed(rows[0].SparePercent!.Value)}%；余量最大的是{rows[^1].Named}",
        $"The least is {rows[0].Named}, {Wording.Signed(rows[0].SparePercent!.Value)}%; the most is {rows[^1].Named}");
}
