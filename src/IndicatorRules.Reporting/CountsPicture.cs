using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Counts by status as bars, one below the other, each with its numbers in words.</summary>
internal static class CountsPicture
{
    private const decimal Width = 300;
    private const decimal Height = 16;

    internal static void Legend(HtmlMarkup page, Wording words)
    {
        page.Add($"<ul class=\"legend\">");
        foreach (var status in (Status[])[Status.Met, Status.NotMet, Status.Undetermined, Status.NotApplicable])
        {
            page.Add($"<li class=\"status-{StatusClass.Of(status)}\">{StatusSign.Of(status)} {words.Of(status)}</li>");
        }

        page.Add($"</ul>\n");
    }

    internal static void Row(HtmlMarkup page, string name, Counts counts, int most, Wording words)
    {
        page.Add($"<tr><th scope=\"row\">{name}</th><td>");
        page.Add($"<svg viewBox=\"0 0 {Width} {Height}\" aria-hidden=\"true\" focusable=\"false\">");
        var at = 0m;
        foreach (var (status, count) in Parts(counts))
        {
            var wide = most == 0 ? 0 : Width * count / most;
            if (count > 0)
            {
                page.Add($"<rect class=\"{StatusClass.Of(status)}\" x=\"{at}\" width=\"{wide}\" height=\"{Height}\"/>");
            }

            at += wide;
        }

        var said = Parts(counts).Where(p => p.Count > 0)
            .Select(p => words.Say($"{words.Of(p.Status)}{p.Count}", $"{p.Count} {words.Of(p.Status)}"));
        page.Add($"</svg></td><td>{string.Join(words.Say("，", ", "), said)}</td></tr>\n");
    }

    private static (Status Status, int Count)[] Parts(Counts counts) =>
    [
        (Status.Met, counts.Met), (Status.NotMet, counts.NotMet), (Status.Undetermined, counts.Undetermined),
        (Status.NotApplicable, counts.NotApplicable),
    ];
}

/// <summary>The names of statuses in styles.</summary>
internal static class StatusClass
{
    internal static string Of(Status status) => status switch
    {
        Status.Met => "met",
        Status.NotMet => "not-met",
        Status.NotApplicable => "none",
        _ => "open",
    };
}
