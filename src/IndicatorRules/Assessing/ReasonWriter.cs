using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Assessing;

/// <summary>Findings → sentences, one per clause, in one language.</summary>
internal sealed class ReasonWriter(Language language, Evidence evidence)
{
    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Finding finding) => finding.Clause switch
    {
        _ when finding.IsCutShort => [$"{Say("理由过多，不再逐条列出：", "more reasons than can be listed: ")}{_words.Of(Status(finding))}"],
        Clause.All => All(finding),
        Clause.Any => [Say("任一即可：", "One is enough: ") + string.Join(Say("；或 ", "; or "), finding.Parts.SelectMany(Write))],
        Clause.Upper => finding.Parts.SelectMany(Write).Select(s => $"[{finding.Text}] {s}"),
        Clause.Branch => Branch(finding),
        _ => [Sentence(finding)],
    };

    private IEnumerable<string> All(Finding finding) => finding.Parts.All(p => p.Clause == Clause.Upper)
        ? Uppers(finding).Append(Decided(finding))
        : finding.Parts.SelectMany(Write);

    // What every upper scheme says alike is said once.
    private IEnumerable<string> Uppers(Finding finding) =>
        finding.Parts
            .SelectMany(upper => upper.Parts.SelectMany(Write).Select(sentence => new { Sentence = sentence, By = upper.Text }))
            .GroupBy(said => said.Sentence, said => said.By)
            .Select(said => said.Distinct().Count() == finding.Parts.Length
                ? said.Key
                : $"[{string.Join(Say("、", ", "), said.Distinct())}] {said.Key}");

    // Several upper schemes: the strictest wins, by status first and then by the smaller margin.
    private string Decided(Finding finding)
    {
        var strictest = finding.Parts.Where(p => Status(p) == Status(finding)).ToList();
        var least = strictest.Min(p => p.Margin);
        var decisive = strictest.Where(p => strictest.TrueForAll(s => s.Margin is not null) && p.Margin == least).ToList();
        var by = decisive.Count > 0 ? decisive : strictest;
        var names = string.Join(Say("、", ", "), by.Select(p => p.Text));
        return by.Count == finding.Parts.Length
            ? Say($"各级要求结果一致：{names}", $"The schemes agree: {names}")
            : Say($"从严取值，由 {names} 决定", $"The strictest wins: decided by {names}");
    }

    private IEnumerable<string> Branch(Finding finding)
    {
        var (condition, then, otherwise) = (finding.Parts[0], finding.Parts[1], finding.Parts[2]);
        yield return Say("条件：", "Condition: ") + string.Join(Say("；", "; "), new ReasonWriter(language, Evidence.Measured).Write(condition));
        if (condition.Proven is Contract.Status.Met or Contract.Status.Undetermined)
        {
            foreach (var sentence in Write(then))
            {
                yield return sentence;
            }
        }

        if (condition.Proven is Contract.Status.NotMet or Contract.Status.Undetermined)
        {
            foreach (var sentence in Write(otherwise))
            {
                yield return Say("否则：", "Otherwise: ") + sentence;
            }
        }
    }

    private string Sentence(Finding finding)
    {
        var status = Status(finding);
        var margin = finding.Margin is { } m && status != Contract.Status.NotApplicable
            ? Say("，差距 ", ", margin ") + Wording.Signed(m)
            : "";
        var claim = finding.Proven == finding.Claimed ? ""
            : evidence == Evidence.Declared ? Say("（按申报，无数值可核）", " (declared, no figure behind it)")
            : Say("（有此数值才能判定）", " (this figure would decide)");
        return $"{_clauses.Write(finding)}{Say("：", ": ")}{_words.Of(status)}{margin}{claim}";
    }

    private Status Status(Finding finding) => evidence == Evidence.Measured ? finding.Proven : finding.Claimed;

    private string Say(string zh, string en) => _words.Say(zh, en);
}
