using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Several schemes' verdicts on the same facts, one column each.</summary>
internal static class SideBySide
{
    internal static void Write(IReadOnlyList<Assessment> assessments, Language language, PlainTable page, TextWriter to) => page.Write(
        [new(new Wording(language).Say("指标", "Indicator")), .. assessments.Select(a => new TableColumn(a.Scheme.Id))],
        [.. Rows(assessments, language)],
        to);

    internal static IEnumerable<string[]> Rows(IReadOnlyList<Assessment> assessments, Language language)
    {
        var words = new Wording(language);
        var indicators = assessments.SelectMany(a => a.Indicators).Select(v => v.Indicator).DistinctBy(i => i.Id)
            .OrderBy(i => i.Number).ThenBy(i => i.Id, StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            yield return
            [
                $"{indicator.Number} {indicator.Name.In(language)}",
                .. assessments.Select(a => a.Find(indicator.Id) is { } verdict ? Cell(verdict, words) : ""),
            ];
        }
    }

    private static string Cell(IndicatorVerdict verdict, Wording words)
    {
        var basis = verdict.Basis == Basis.Declared ? words.Say("（申报）", " (declared)") : "";
        var margin = verdict.Margin is { } m ? " " + Wording.Signed(m) : "";
        var due = string.Concat(verdict.DueStages.Where(s => s.Status != Status.Met)
            .Select(s => $"\n{SummaryText.Named(s.Stage.Stage, words)}{words.Say("：", ": ")}{words.Of(s.Status)}"));
        return $"{words.Of(verdict.Status)}{basis}{margin}{due}";
    }
}
