using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>Writes the overview of a report: the situation as a whole in one paragraph.</summary>
internal sealed class OverviewWriter(PlaceReport report)
{
    /// <summary>The most rows that are named one by one.</summary>
    private const int MostNamed = 6;

    private readonly Wording _words = new(report.Language);
    private readonly Assessment _all = report.Assessment;

    internal string Write()
    {
        var text = new StringBuilder();
        foreach (var sentence in Sentences().Where(s => s.Length > 0))
        {
            text.Append(text.Length > 0 ? Say("", " ") : "").Append(sentence);
        }

        return text.ToString();
    }

    private IEnumerable<string> Sentences()
    {
        var summary = _all.Summary;
        var evidence = _all.Evidence == Evidence.Measured ? Say("（只认有据的，自报不计）", " (claims left out)") : "";
        yield return Say(
            $"{_all.Year}年，{_all.Place.Name}对照“{_all.Scheme.Title.Zh}”评判指标{summary.All.Total}项{evidence}：{Counts(summary.All)}。",
            $"In {_all.Year}, {summary.All.Total} indicators of {_all.Place.Name} were judged by “{_all.Scheme.Title.En}”{evidence}: "
                + $"{Counts(summary.All)}.");
        if (summary.ByKind.Length > 1)
        {
            yield return string.Join(Say("；", "; "), summary.ByKind.Select(k => Say(
                $"{k.Kind.Name.Zh}指标{k.Counts.Total}项，{Counts(k.Counts)}", $"{k.Kind.Name.En} {k.Counts.Total}: {Counts(k.Counts)}")))
                + Say("。", ".");
        }

        yield return Rows("未达标的是", "Not met:", report.NotMet);
        yield return Rows("无法判定的是", "Undetermined:", report.Undetermined);
        foreach (var sentence in Stages())
        {
            yield return sentence;
        }

        yield return Claims();
        yield return report.Tight is { Length: > 0 and var tight } ? Say(
            $"达标项中有{tight}项余量不超过要求的{ReportedRow.TightPercent}%，"
                + $"其中{report.Tight.Count(r => r.SparePercent == 0)}项正好压线，稍有回落就不达标。",
            $"{tight} of the met have at most {ReportedRow.TightPercent}% of the requirement to spare.") : "";
        yield return report.Disagreeing is { Length: > 0 and var differing } ? Say(
            $"自报“是否达标”与评判结论不一致的有{differing}项。", $"{differing} rows are reported otherwise than judged.") : "";
        yield return Contradictions();
        foreach (var sentence in _all.Conclusion?.Reasons(report.Language) ?? [])
        {
            yield return sentence + Say("。", ".");
        }
    }

    private IEnumerable<string> Stages()
    {
        foreach (var (stage, counts) in _all.Summary.DueStages)
        {
            yield return Say(
                $"{stage.Name.Zh}（{stage.Year}年）已到期，{counts.Total}项中{Counts(counts)}。",
                $"Of the {counts.Total} targets due in {stage.Year} ({stage.Name.En}): {Counts(counts)}.");
        }

        var due = _all.Summary.DueStages.Select(d => d.Stage.Id).ToHashSet();
        foreach (var stage in report.Stages.Where(s => !due.Contains(s.Id)))
        {
            var rows = report.Rows.Where(r => r.Verdict.Indicator.Kind.Counted).SelectMany(r => r.Stages)
                .Where(s => s.Verdict.Stage.Stage.Id == stage.Id).ToList();
            if (rows.Count > 0)
            {
                var (reached, notYet) = (rows.Count(r => r.Now == Status.Met), rows.Count(r => r.Now == Status.NotMet));
                var open = rows.Count(r => r.Now == Status.Undetermined);
                yield return Say(
                    $"{stage.Name.Zh}（{stage.Year}年）尚未到期，"
                        + $"按现有数据{rows.Count}项中已达到{reached}项、未达到{notYet}项、无法比较{open}项。",
                    $"Of the {rows.Count} targets of {stage.Year} ({stage.Name.En}), not yet due, {reached} are reached, {notYet} are not, "
                        + $"{open} cannot be compared.");
            }
        }
    }

    private string Contradictions()
    {
        var (contradicted, lacking) =
            (report.Contradictions.Count(f => !f.LacksEvidence), report.Contradictions.Count(f => f.LacksEvidence));
        string[] groups =
        [
            .. contradicted > 0 ? [Say($"数据矛盾{contradicted}处", $"{contradicted} contradictions")] : Array.Empty<string>(),
            .. lacking > 0 ? [Say($"缺少佐证{lacking}处", $"evidence lacking in {lacking}")] : Array.Empty<string>(),
        ];
        return groups.Length == 0 ? "" : Say($"校核发现{string.Join("、", groups)}。", $"The checks found {string.Join(", ", groups)}.");
    }

    private string Claims() => report.Claimed.Length == 0 ? ""
        : report.Claimed.Length > MostNamed ? Say(
            $"有{report.Claimed.Length}项的结论仅凭自报，没有数据或材料佐证。", $"{report.Claimed.Length} rest on claims alone.")
        : Say(
            $"仅凭自报、没有数据或材料佐证的是{Named(report.Claimed)}。", $"On claims alone rest {Named(report.Claimed)}.");

    private string Rows(string zh, string en, IReadOnlyList<ReportedRow> rows) => rows.Count is 0 or > MostNamed ? ""
        : Say($"{zh}{Named(rows)}。", $"{en} {Named(rows)}.");

    private string Named(IEnumerable<ReportedRow> rows) => string.Join(Say("、", ", "), rows.Select(r => r.Named));

    // The counts that are not 0; they add up to the total.
    private string Counts(Counts c)
    {
        var declared = c.DeclaredMet > 0 ? Say($"（其中{c.DeclaredMet}项仅凭自报）", $" ({c.DeclaredMet} on claims)") : "";
        string[] parts =
        [
            Say($"达标{c.Met}项{declared}", $"met {c.Met}{declared}"),
            .. c.NotMet > 0 ? [Say($"未达标{c.NotMet}项", $"not met {c.NotMet}")] : Array.Empty<string>(),
            .. c.NotApplicable > 0 ? [Say($"不适用{c.NotApplicable}项", $"not applicable {c.NotApplicable}")] : Array.Empty<string>(),
            .. c.Undetermined > 0 ? [Say($"无法判定{c.Undetermined}项", $"undetermined {c.Undetermined}")] : Array.Empty<string>(),
        ];
        return string.Join(Say("，", ", "), parts);
    }

    private string Say(string zh, string en) => _words.Say(zh, en);
}
