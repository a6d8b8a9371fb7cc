using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Reporting;

/// <summary>The lines below a table: counts, what they rest on, and the same by the table's own way of counting.</summary>
internal static class SummaryText
{
    internal static IEnumerable<string> Lines(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var s = assessment.Summary;
        var all = s.All;
        yield return words.Say(
            $"合计 {all.Total} 项：达标 {all.Met}（其中申报 {all.Declared}），未达标 {all.NotMet}，不适用 {all.NotApplicable}，无法判定 {all.Undetermined}。",
            $"{all.Total} indicators: met {all.Met} (declared {all.Declared}), not met {all.NotMet}, not applicable {all.NotApplicable}, undetermined {all.Undetermined}.");
        yield return words.Say(
            $"约束性 {s.Binding.Total} 项：达标 {s.Binding.Met}，未达标 {s.Binding.NotMet}；参考性 {s.Reference.Total} 项：达标 {s.Reference.Met}，未达标 {s.Reference.NotMet}。",
            $"Binding {s.Binding.Total}: met {s.Binding.Met}, not met {s.Binding.NotMet}; reference {s.Reference.Total}: met {s.Reference.Met}, not met {s.Reference.NotMet}.");
        yield return words.Say(
            $"按原表口径：达标 {s.ReportedMet} 项，未达标 {s.ReportedNotMet} 项。",
            $"As the table itself counts: met {s.ReportedMet}, not met {s.ReportedNotMet}.");
        foreach (var sentence in assessment.Conclusion?.Reasons(language) ?? [])
        {
            yield return sentence + words.Say("。", ".");
        }
    }

    /// <summary>The clauses of every row that is not plainly met on figures.</summary>
    internal static IEnumerable<string> Notes(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        foreach (var verdict in assessment.Indicators.Where(v => v.Status != Status.Met || v.Basis == Basis.Declared))
        {
            var reasons = string.Join(words.Say("；", "; "), verdict.Reasons(language));
            yield return $"{verdict.Indicator.Number} {verdict.Indicator.Name.In(language)}{words.Say("：", ": ")}{reasons}";
        }
    }

    internal static string Title(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var evidence = assessment.Evidence == Evidence.Measured ? words.Say("，只认实测", ", measured evidence only") : "";
        return words.Say(
            $"{assessment.Place.Name} {assessment.Year} 年 · {assessment.Scheme.Title.Zh}（{assessment.Scheme.Key}{evidence}）",
            $"{assessment.Place.Name} {assessment.Year} · {assessment.Scheme.Title.En} ({assessment.Scheme.Key}{evidence})");
    }
}
