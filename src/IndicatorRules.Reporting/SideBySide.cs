using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The verdicts of several schemes on the same facts, one column per scheme.</summary>
internal static class SideBySide
{
    internal static void Write(IReadOnlyList<Assessment> assessments, Language language, PlainTable page, TextWriter to) => page.Write(
        [
            new(new Wording(language).Say("指标", "Indicator"), Part: PlainPart.Head),
            .. Headings(assessments, language).Select(h => new PlainColumn(h)),
        ],
        [.. Rows(assessments, language)],
        to);

    /// <summary>One heading per scheme: its level, with the title if levels are equal, and the version if ids are equal.</summary>
    internal static string[] Headings(IReadOnlyList<Assessment> assessments, Language language)
    {
        var lowest = assessments.Select(a => a.Scheme)
            .OrderByDescending(s => s.Lineage().Count()).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        var labels = new SchemeLabels(lowest, language);
        return
        [
            .. assessments.Select(a => assessments.Count(b => b.Scheme.Id == a.Scheme.Id) > 1
                ? $"{labels.Of(a.Scheme.Id)} {a.Scheme.Version}"
                : labels.Of(a.Scheme.Id)),
        ];
    }

    internal static IEnumerable<string[]> Rows(IReadOnlyList<Assessment> assessments, Language language)
    {
        var words = new Wording(language);
        foreach (var indicator in InOrder(assessments))
        {
            yield return
            [
                $"{indicator.Number} {indicator.Name.In(language)}{Differs(assessments, indicator.Id, words)}",
                .. assessments.Select(a => a.Find(indicator.Id) is { } verdict ? Cell(verdict, words) : ""),
            ];
        }
    }

    // By number where all are whole numbers. Otherwise as in the longest table; a row of another follows the row that it follows there.
    private static IEnumerable<Indicator> InOrder(IReadOnlyList<Assessment> assessments)
    {
        var all = assessments.SelectMany(a => a.Indicators).Select(v => v.Indicator).DistinctBy(i => i.Id).ToList();
        if (all.TrueForAll(i => i.WholeNumber is not null))
        {
            return all.OrderBy(i => i.WholeNumber).ThenBy(i => i.Id, StringComparer.Ordinal);
        }

        var order = new List<Indicator>();
        foreach (var table in assessments.OrderByDescending(a => a.Indicators.Length))
        {
            var at = 0;
            foreach (var indicator in table.Indicators.Select(v => v.Indicator))
            {
                var known = order.FindIndex(i => i.Id == indicator.Id);
                if (known < 0)
                {
                    order.Insert(at, indicator);
                }

                at = (known < 0 ? at : known) + 1;
            }
        }

        return order;
    }

    // Of several versions of one scheme, rows that are judged otherwise, or ask for something else, are marked.
    private static string Differs(IReadOnlyList<Assessment> assessments, string id, Wording words)
    {
        var versions = assessments.GroupBy(a => a.Scheme.Id).Where(g => g.Count() > 1)
            .Select(g => g.Select(a => a.Find(id)).ToList()).ToList();
        return versions.Exists(v => v.DistinctBy(one => one?.Status).Count() > 1)
            ? words.Say("（判定不同）", " (judged otherwise)")
            : versions.Exists(v => v.DistinctBy(one => one?.Indicator.Target.Zh).Count() > 1) ? words.Say("（要求不同）", " (asks otherwise)")
            : "";
    }

    private static string Cell(IndicatorVerdict verdict, Wording words)
    {
        var basis = verdict.Basis == Basis.Declared ? words.Say("（自报）", " (declared)") : "";
        var margin = string.Concat(verdict.Margins(words.Language).Take(1).Select(m => " " + m));
        var due = string.Concat(verdict.DueStages.Where(s => s.Status != Status.Met)
            .Select(s => $"\n{SummaryText.Named(s.Stage.Stage, words)}{words.Say("：", ": ")}{words.Of(s.Status)}"));
        return $"{words.Of(verdict.Status)}{basis}{margin}{due}";
    }
}
