using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Assessing;

/// <summary>Findings → sentences, one per clause, in one language.</summary>
/// <remarks>
/// The sentences of a reason must all hold. A combination within one keeps its brackets, so that the text combines to the verdict it is the
/// reason of.
/// </remarks>
internal sealed class ReasonWriter(Language language, Evidence evidence, SchemeLabels schemes)
{
    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Finding finding) => finding.Clause switch
    {
        _ when finding.IsCutShort => [Within(finding)],
        Clause.All => All(finding),
        Clause.Upper => finding.Parts.SelectMany(Write).Select(s => $"[{schemes.Of(finding.Text)}] {s}"),
        Clause.Branch => Branch(finding),
        _ => [Within(finding)],
    };

    // All that a finding says, as one sentence.
    private string Within(Finding finding) => finding.Clause switch
    {
        _ when finding.IsCutShort => $"{Say("理由过多，不再逐条列出：", "more reasons than can be listed: ")}{_words.Of(Status(finding))}",
        Clause.Any => Say("任一即可：", "one is enough: ") + _words.Join("或", "or", finding.Parts.Select(Part)),
        Clause.All => _words.Join("并且", "and", finding.Parts.Select(Part)),
        Clause.Upper => $"[{schemes.Of(finding.Text)}] {Part(finding.Parts[0])}",
        Clause.Branch => string.Join(Say("；", "; "), Cases(finding)),
        _ => Sentence(finding),
    };

    private string Part(Finding finding) => finding.Clause is Clause.Any or Clause.All or Clause.Branch && !finding.IsCutShort
        ? Say("（", "(") + Within(finding) + Say("）", ")")
        : Within(finding);

    private IEnumerable<string> All(Finding finding) => finding.Parts.All(p => p.Clause == Clause.Upper)
        ? Uppers(finding).Append(Decided(finding))
        : finding.Parts.SelectMany(Write);

    // What every upper scheme says alike is said once.
    private IEnumerable<string> Uppers(Finding finding) =>
        finding.Parts
            .SelectMany(upper => upper.Parts.SelectMany(Write).Select(sentence => new { Sentence = sentence, By = schemes.Of(upper.Text) }))
            .GroupBy(said => said.Sentence, said => said.By)
            .Select(said => said.Distinct().Count() == finding.Parts.Length
                ? said.Key
                : $"[{string.Join(Say("、", ", "), said.Distinct())}] {said.Key}");

    // Several upper schemes: the strictest wins, by status first and then by the smaller margin.
    private string Decided(Finding finding)
    {
        var all = Names(finding.Parts);
        var strictest = finding.Parts.Where(p => Status(p) == Status(finding)).ToList();
        if (strictest.Count < finding.Parts.Length)
        {
            return Say(
                $"{(finding.Parts.Length == 2 ? "两级" : "各级")}结论不同，从严，以{Names(strictest)}要求为准",
                $"The requirements of {all} differ; the strictest wins: {Names(strictest)}");
        }

        var least = strictest.Min(p => p.Margin);
        var decisive = strictest.Where(p => strictest.TrueForAll(s => s.Margin is not null) && p.Margin == least).ToList();
        return decisive.Count is 0 || decisive.Count == finding.Parts.Length
            ? Say($"{all}要求的结论相同", $"The requirements of {all} agree")
            : Say($"{all}要求的结论相同，其中{Names(decisive)}要求更严", $"The requirements of {all} agree; the stricter is that of {Names(decisive)}");
    }

    private string Names(IEnumerable<Finding> uppers) => string.Join(Say("、", ", "), uppers.Select(p => schemes.Of(p.Text)).Distinct());

    private IEnumerable<string> Branch(Finding finding)
    {
        var taken = finding.Parts[0].Proven switch
        {
            Contract.Status.Met => finding.Parts[1],
            Contract.Status.NotMet => finding.Parts[2],
            _ => null,
        };
        return taken is null ? Cases(finding) : Write(taken).Prepend(Condition(finding.Parts[0]));
    }

    private IEnumerable<string> Cases(Finding finding)
    {
        var (condition, then, otherwise) = (finding.Parts[0], finding.Parts[1], finding.Parts[2]);
        return condition.Proven switch
        {
            Contract.Status.Met => [Condition(condition), _words.Then(Say("因此", "so "), Part(then))],
            Contract.Status.NotMet => [Condition(condition), _words.Then(Say("因此", "so "), Part(otherwise))],
            Contract.Status.NotApplicable => [Condition(condition)],
            _ => [Condition(condition), Say("若成立：", "if it holds: ") + Part(then), Say("若不成立：", "if not: ") + Part(otherwise)],
        };
    }

    // Claims do not count in a condition.
    private string Condition(Finding condition) => (condition.Proven switch
    {
        Contract.Status.Met => Say("条件成立：", "the condition holds: "),
        Contract.Status.NotMet => Say("条件不成立：", "the condition does not hold: "),
        Contract.Status.NotApplicable => Say("条件不适用：", "the condition does not apply: "),
        _ => Say("条件尚不能确定：", "the condition is open: "),
    }) + new ReasonWriter(language, Evidence.Measured, schemes).Part(condition);

    private string Sentence(Finding finding)
    {
        var status = Status(finding);
        var margin = status == finding.Proven && _clauses.Margin(finding) is { Length: > 0 } by ? Say("，", ", ") + by : "";
        var claim = finding.Proven == finding.Claimed ? ""
            : evidence == Evidence.Declared ? Say("（按填报计，未经数据核实）", " (as declared, no figure behind it)")
            : Say("（有此数值才能判定）", " (this figure would decide)");
        return $"{_clauses.Write(finding).ReplaceLineEndings(" ")}{Say("：", ": ")}{_words.Of(status)}{margin}{claim}";
    }

    private Status Status(Finding finding) => evidence == Evidence.Measured ? finding.Proven : finding.Claimed;

    private string Say(string zh, string en) => _words.Say(zh, en);
}
