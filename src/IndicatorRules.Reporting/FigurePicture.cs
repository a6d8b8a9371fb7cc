using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>
/// Pictures of a row's figures: how far a figure is from its requirement, and the way to the dated targets. Positions are drawn roughly;
/// the numbers beside them are exact.
/// </summary>
internal sealed class FigurePicture(HtmlMarkup page, Wording words)
{
    private const decimal Width = 420;
    private const decimal Edge = 30;

    /// <summary>The furthest that the bar of the table shows, in percent of the requirement.</summary>
    private const decimal MostPercent = 100;

    /// <summary>A bar to the right for what is to spare, to the left for what is lacking.</summary>
    internal void Spare(decimal percent, Status status)
    {
        var wide = Math.Clamp(percent, -MostPercent, MostPercent) / MostPercent * 50;
        page.Add($"<svg viewBox=\"0 0 100 8\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"track\" width=\"100\" height=\"8\"/>");
        page.Add($"<rect class=\"{StatusClass.Of(status)}\" x=\"{50 + Math.Min(0, wide)}\" width=\"{Math.Abs(wide)}\" height=\"8\"/>");
        page.Add($"<line class=\"bound\" x1=\"50\" x2=\"50\" y1=\"0\" y2=\"8\"/></svg>");
    }

    /// <summary>A thermometer: the figure, the requirement, and the side that meets it.</summary>
    internal void Thermometer(ReportedClause shown)
    {
        if (shown.Clause is not { Number: { } number, Bound: { } bound } clause)
        {
            return;
        }

        var scale = Scale.FromZero([number, bound], clause.Unit is "%" or "％", Width, Edge);
        var (value, asked) = (scale.At(number), scale.At(bound));
        var upwards = IsUpwards(clause.Margin, number, bound, clause.Status);
        var (from, to) = upwards ? (asked, Width - Edge) : (Edge, asked);
        page.Add($"<figure><svg viewBox=\"0 0 {Width} 58\" role=\"img\" aria-label=\"{Said(shown)}\">");
        page.Add($"<rect class=\"track\" x=\"{Edge}\" y=\"22\" width=\"{Width - (2 * Edge)}\" height=\"14\"/>");
        page.Add($"<rect class=\"zone\" x=\"{from}\" y=\"22\" width=\"{Math.Max(0, to - from)}\" height=\"14\"/>");
        var (fill, left, wide) = (Fill(clause.Status, clause.Basis), Math.Min(value, asked), Math.Abs(value - asked));
        page.Add($"<rect class=\"{fill}\" x=\"{left}\" y=\"26\" width=\"{wide}\" height=\"6\"/>");
        page.Add($"<line class=\"bound\" x1=\"{asked}\" x2=\"{asked}\" y1=\"18\" y2=\"40\"/>");
        page.Add($"<circle class=\"{fill}\" cx=\"{value}\" cy=\"29\" r=\"7\"/>");
        page.Add($"<text x=\"{value}\" y=\"14\" text-anchor=\"{Anchor(value)}\">");
        page.Add($"{words.Say("现为", "now ")}{Cut(clause.Value)}</text>");
        page.Add($"<text class=\"small\" x=\"{asked}\" y=\"53\" text-anchor=\"{Anchor(asked)}\">");
        page.Add($"{words.Say("要求", "asked ")}{Cut(clause.Requirement)}</text>");
        page.Add($"</svg></figure>\n");
    }

    /// <summary>The way from the figure now to the dated targets that ask for a number; nothing where there is none.</summary>
    internal void Path(ReportedRow row, int year)
    {
        if (row.Deciding is not [{ Clause: { Number: { } number, Bound: { } bound } clause }]
            || row.Verdict.Margin is not { } margin || margin != clause.Margin)
        {
            return;
        }

        var upwards = IsUpwards(margin, number, bound, clause.Status, row.Verdict.Indicator.Direction);
        var points = row.Stages.Where(s => !s.Verdict.Due && s.Verdict.FactsYear == year && s.Verdict.Stage.Stage.Year > year)
            .Select(s => (s.Verdict.Stage.Stage.Year, Asked: s.Verdict.Margin is { } by ? Asked(number, by, upwards) : null, s.Now))
            .Where(p => p.Asked is not null).Select(p => (p.Year, Asked: p.Asked!.Value, p.Now)).ToList();
        if (points.Count == 0)
        {
            return;
        }

        const decimal height = 130;
        var across = Scale.Among([year, .. points.Select(p => (decimal)p.Year)], Width, 55);
        var up = Scale.Among([number, .. points.Select(p => p.Asked)], height - 20, 30);
        decimal Y(decimal at) => height - 20 - up.At(at) + 15;
        var said = string.Join(words.Say("；", "; "), points.Select(p => words.Say(
            $"{p.Year}年要求{Figure(p.Asked, clause.Unit)}", $"{Figure(p.Asked, clause.Unit)} asked for {p.Year}")));
        var now = words.Say($"{year}年为{Figure(number, clause.Unit)}；", $"{Figure(number, clause.Unit)} in {year}; ");
        page.Add($"<figure><svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{now}{said}\">");
        page.Add($"<line class=\"axis\" x1=\"20\" x2=\"{Width - 20}\" y1=\"{height - 20}\" y2=\"{height - 20}\"/>");
        var (x, y) = (across.At(year), Y(number));
        foreach (var (then, asked, _) in points)
        {
            page.Add($"<line class=\"way\" x1=\"{x}\" y1=\"{y}\" x2=\"{across.At(then)}\" y2=\"{Y(asked)}\"/>");
            (x, y) = (across.At(then), Y(asked));
        }

        Point(across.At(year), Y(number), year, Figure(number, clause.Unit), Fill(clause.Status, clause.Basis), isRound: true);
        foreach (var (then, asked, status) in points)
        {
            Point(across.At(then), Y(asked), then, Figure(asked, clause.Unit), StatusClass.Of(status), isRound: false);
        }

        page.Add($"</svg></figure>\n");

        void Point(decimal px, decimal py, int at, string figure, string fill, bool isRound)
        {
            if (isRound)
            {
                page.Add($"<circle class=\"{fill}\" cx=\"{px}\" cy=\"{py}\" r=\"6\"/>");
            }
            else
            {
                page.Add($"<rect class=\"{fill}\" x=\"{px - 5}\" y=\"{py - 5}\" width=\"10\" height=\"10\"/>");
            }

            page.Add($"<text x=\"{px}\" y=\"{py - 11}\" text-anchor=\"middle\">{figure}</text>");
            page.Add($"<text class=\"small\" x=\"{px}\" y=\"{height - 5}\" text-anchor=\"middle\">{at}</text>");
        }
    }

    private static string Figure(decimal number, string unit) => Wording.WithUnit(Wording.Number(number), unit);

    private string Said(ReportedClause shown) => words.Say(
        $"{Cut(shown.Clause.Subject)}现为{Cut(shown.Clause.Value)}，要求{Cut(shown.Clause.Requirement)}，{shown.Status}",
        $"{Cut(shown.Clause.Subject)} now {Cut(shown.Clause.Value)}, asked {Cut(shown.Clause.Requirement)}, {shown.Status}".TrimStart());

    private static string Fill(Status status, Basis? basis) => basis == Basis.Declared ? "claimed" : StatusClass.Of(status);

    private static string Anchor(decimal at) => at < Width / 4 ? "start" : at > Width * 3 / 4 ? "end" : "middle";

    // Whether more is asked for: a margin is value minus bound then, and bound minus value otherwise.
    private static bool IsUpwards(decimal? margin, decimal number, decimal bound, Status status, Direction direction = Direction.Higher) =>
        number == bound ? direction != Direction.Lower
        : margin is { } by ? by > 0 == number > bound
        : (status == Status.Met) == number > bound;

    private static decimal? Asked(decimal number, decimal margin, bool upwards)
    {
        try
        {
            return upwards ? number - margin : number + margin;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Cut(string text) => VisibleText.Cut(text, 40);

    /// <summary>Where numbers lie on a line. Keeps quarters, whose differences no number can overflow.</summary>
    private sealed record Scale(decimal Low, decimal High, decimal Length, decimal Edge)
    {
        /// <summary>A line from zero; for shares, to 100.</summary>
        internal static Scale FromZero(decimal[] shown, bool isPercent, decimal length, decimal edge)
        {
            var (low, high) = (Math.Min(0, shown.Min() / 4), Math.Max(0, shown.Max() / 4));
            return new(low, isPercent && low == 0 && high <= 25 ? 25 : high + ((high - low) / 10), length, edge);
        }

        /// <summary>A line from the least to the greatest.</summary>
        internal static Scale Among(decimal[] shown, decimal length, decimal edge) => new(shown.Min() / 4, shown.Max() / 4, length, edge);

        internal decimal At(decimal number) =>
            Edge + (((number / 4) - Low) / (High > Low ? High - Low : 1) * (Length - (2 * Edge)));
    }
}
