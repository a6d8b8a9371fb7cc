using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

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

    internal IEnumerable<string> Write(Reason reason) => reason.Clause switch
    {
        _ when reason.IsCutShort => [Within(reason)],
        Clause.All => All(reason),
        Clause.Upper => reason.Parts.SelectMany(Write).Select(s => $"[{schemes.Of(reason.Text)}] {s}"),
        Clause.Branch => Branch(reason),
        _ => [Within(reason)],
    };

    // All that a finding says, as one sentence.
    private string Within(Reason reason) => reason.Clause switch
    {
        _ when reason.IsCutShort => $"{Say("理由过多，不再逐条列出：", "more reasons than can be listed: ")}{_words.Of(Status(reason))}",
        Clause.Any => Say("任一即可：", "one is enough: ") + _words.Join("或", "or", reason.Parts.Select(Part)),
        Clause.All => _words.Join("并且", "and", reason.Parts.Select(Part)),
        Clause.Upper => $"[{schemes.Of(reason.Text)}] {Part(reason.Parts[0])}",
        Clause.Branch => string.Join(Say("；", "; "), Cases(reason)),
        _ => Sentence(reason),
    };

    private string Part(Reason reason) => reason.Clause is Clause.Any or Clause.All or Clause.Branch && !reason.IsCutShort
        ? Say("（", "(") + Within(reason) + Say("）", ")")
        : Within(reason);

    private IEnumerable<string> All(Reason reason) => reason.Parts.All(p => p.Clause == Clause.Upper)
        ? Uppers(reason).Append(Decided(reason))
        : reason.Parts.SelectMany(Write);

    // What every upper scheme says alike is said once.
    private IEnumerable<string> Uppers(Reason reason) =>
        reason.Parts
            .SelectMany(upper => upper.Parts.SelectMany(Write).Select(sentence => new { Sentence = sentence, By = schemes.Of(upper.Text) }))
            .GroupBy(said => said.Sentence, said => said.By)
            .Select(said => said.Distinct().Count() == reason.Parts.Length
                ? said.Key
                : $"[{string.Join(Say("、", ", "), said.Distinct())}] {said.Key}");

    // Several upper schemes: the strictest wins, by status first and then by the smaller margin.
    private string Decided(Reason reason)
    {
        var all = Names(reason.Parts);
        var strictest = reason.Parts.Where(p => Status(p) == Status(reason)).ToList();
        if (strictest.Count < reason.Parts.Length)
        {
            return Say(
                $"{(reason.Parts.Length == 2 ? "两级" : "各级")}结论不同，从严，以{Names(strictest)}要求为准",
                $"The requirements of {all} differ; the strictest wins: {Names(strictest)}");
        }

        var least = strictest.Min(p => p.Margin);
        var decisive = strictest.Where(p => strictest.TrueForAll(s => s.Margin is not null) && p.Margin == least).ToList();
        return decisive.Count is 0 || decisive.Count == reason.Parts.Length
            ? Say($"{all}要求的结论相同", $"The requirements of {all} agree")
            : Say($"{all}要求的结论相同，其中{Names(decisive)}要求更严", $"The requirements of {all} agree; the stricter is that of {Names(decisive)}");
    }

    private string Names(IEnumerable<Reason> uppers) => string.Join(Say("、", ", "), uppers.Select(p => schemes.Of(p.Text)).Distinct());

    private IEnumerable<string> Branch(Reason reason)
    {
        var taken = reason.Parts[0].Proven switch
        {
            Contract.Status.Met => reason.Parts[1],
            Contract.Status.NotMet => reason.Parts[2],
            _ => null,
        };
        return taken is null ? Cases(reason) : Write(taken).Prepend(Condition(reason.Parts[0]));
    }

    private IEnumerable<string> Cases(Reason reason)
    {
        var (condition, then, otherwise) = (reason.Parts[0], reason.Parts[1], reason.Parts[2]);
        return condition.Proven switch
        {
            Contract.Status.Met => [Condition(condition), _words.Then(Say("因此", "so "), Part(then))],
            Contract.Status.NotMet => [Condition(condition), _words.Then(Say("因此", "so "), Part(otherwise))],
            Contract.Status.NotApplicable => [Condition(condition)],
            _ => [Condition(condition), Say("若成立：", "if it holds: ") + Part(then), Say("若不成立：", "if not: ") + Part(otherwise)],
        };
    }

    // Claims do not count in a condition.
    private string Condition(Reason condition) => (condition.Proven switch
    {
        Contract.Status.Met => Say("条件成立：", "the condition holds: "),
        Contract.Status.NotMet => Say("条件不成立：", "the condition does not hold: "),
        Contract.Status.NotApplicable => Say("条件不适用：", "the condition does not apply: "),
        _ => Say("条件尚不能确定：", "the condition is open: "),
    }) + new ReasonWriter(language, Evidence.Measured, schemes).Part(condition);

    private string Sentence(Reason reason)
    {
        var status = Status(reason);
        var margin = status == reason.Proven && _clauses.Margin(reason) is { Length: > 0 } by ? Say("，", ", ") + by : "";
        var claim = reason.Proven == reason.Claimed ? ""
            : evidence == Evidence.Declared ? Say("（按填报计，未经数据核实）", " (as declared, no figure behind it)")
            : Say("（有此数值才能判定）", " (this figure would decide)");
        return $"{_clauses.Write(reason).ReplaceLineEndings(" ")}{Say("：", ": ")}{_words.Of(status)}{margin}{claim}";
    }

    private Status Status(Reason reason) => evidence == Evidence.Measured ? reason.Proven : reason.Claimed;

    private string Say(string zh, string en) => _words.Say(zh, en);
}
