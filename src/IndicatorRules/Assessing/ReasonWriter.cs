using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>Reasons → sentences, one per step, in one language.</summary>
/// <remarks>All sentences of a reason must hold. Combinations within one have brackets, so the text combines to the same verdict.</remarks>
internal sealed class ReasonWriter(Language language, Evidence evidence, SchemeLabels schemes)
{
    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Reason reason) => reason switch
    {
        CombinedReason { OneIsEnough: false } all => All(all),
        UpperReason upper => Write(upper.Upper).Select(s => $"[{schemes.Of(upper.SchemeId)}] {s}"),
        WhenReason branch => Branch(branch),
        _ => [Within(reason)],
    };

    // The whole reason as one sentence.
    private string Within(Reason reason) => reason switch
    {
        CutShortReason => $"{Say("理由过多，不再逐条列出：", "more reasons than can be listed: ")}{_words.Of(Status(reason))}",
        CombinedReason { OneIsEnough: true } any => Say("任一即可：",
            "one is enough: ") + _words.Join("或", "or", any.Parts.Select(Part)),
        CombinedReason all => _words.Join("并且", "and", all.Parts.Select(Part)),
        UpperReason upper => $"[{schemes.Of(upper.SchemeId)}] {Part(upper.Upper)}",
        WhenReason branch => string.Join(Say("；", "; "), Cases(branch)),
        ReadingsReason readings => Readings(readings),
        CombinationReason rows =>
            $"{new CombinationWriter(_words, evidence).Write(rows)}{Say("：", ": ")}{_words.Of(Status(rows))}{Claim(rows)}",
        _ => Sentence(reason),
    };

    private string Part(Reason reason) => reason is CombinedReason or WhenReason
        ? Say("（", "(") + Within(reason) + Say("）", ")")
        : Within(reason);

    private IEnumerable<string> All(CombinedReason reason)
    {
        var parts = reason.Parts;
        var uppers = parts.OfType<UpperReason>().ToList();
        return uppers.Count == parts.Length ? Uppers(uppers).Append(Decided(uppers, Status(reason))) : parts.SelectMany(Write);
    }

    // Writes what all upper schemes have in common once.
    private IEnumerable<string> Uppers(List<UpperReason> uppers) =>
        uppers
            .SelectMany(upper => Write(upper.Upper).Select(sentence => new { Sentence = sentence, By = schemes.Of(upper.SchemeId) }))
            .GroupBy(said => said.Sentence, said => said.By)
            .Select(said => said.Distinct().Count() == uppers.Count
                ? said.Key
                : $"[{string.Join(Say("、", ", "), said.Distinct())}] {said.Key}");

    // The strictest of several upper schemes: by status, then by the smaller margin.
    private string Decided(List<UpperReason> uppers, Status status)
    {
        var all = Names(uppers);
        var strictest = uppers.Where(p => Status(p) == status).ToList();
        if (strictest.Count < uppers.Count)
        {
            return Say(
                $"{(uppers.Count == 2 ? "两级" : "各级")}结论不同，从严，以{Names(strictest)}要求为准",
                $"The requirements of {all} differ; the strictest wins: {Names(strictest)}");
        }

        var least = strictest.Min(p => p.Margin);
        var decisive = strictest.Where(p => strictest.TrueForAll(s => s.Margin is not null) && p.Margin == least).ToList();
        return decisive.Count is 0 || decisive.Count == uppers.Count
            ? Say($"{all}要求的结论相同", $"The requirements of {all} agree")
            : Say($"{all}要求的结论相同，其中{Names(decisive)}要求更严",
                $"The requirements of {all} agree; the stricter is that of {Names(decisive)}");
    }

    private string Names(IEnumerable<UpperReason> uppers) =>
        string.Join(Say("、", ", "), uppers.Select(p => schemes.Of(p.SchemeId)).Distinct());

    private IEnumerable<string> Branch(WhenReason branch) =>
        branch.Taken is { } taken ? Write(taken).Prepend(Condition(branch.Condition)) : Cases(branch);

    private IEnumerable<string> Cases(WhenReason branch)
    {
        var condition = Condition(branch.Condition);
        return branch.Taken is { } taken ? [condition, _words.Then(Say("因此", "so "), Part(taken))]
            : branch.Condition.Proven == Contract.Status.NotApplicable ? [condition]
            : [condition, Say("若成立：",
                "if it holds: ") + Part(branch.Then), Say("若不成立：", "if not: ") + Part(branch.Otherwise)];
    }

    // Conditions ignore claims.
    private string Condition(Reason condition) => (condition.Proven switch
    {
        Contract.Status.Met => Say("条件成立：", "the condition holds: "),
        Contract.Status.NotMet => Say("条件不成立：", "the condition does not hold: "),
        Contract.Status.NotApplicable => Say("条件不适用：", "the condition does not apply: "),
        _ => Say("条件尚不能确定：", "the condition is open: "),
    }) + new ReasonWriter(language, Evidence.Measured, schemes).Part(condition);

    // Every reading of a course whose years are not said, and whether they agree.
    private string Readings(ReadingsReason reason)
    {
        string[] heads =
        [
            Say("与上年比，", "against the year before, "), Say("与基年比，", "against the base year, "), Say("逐年比，", "each year, "),
        ];
        var word = reason.Course == Course.Improving ? Say("持续改善", "improving")
            : Say("持续保持稳定或改善", "stable or improving");
        var parts = string.Join(Say("；", "; "), reason.Parts.Select((part, i) => heads[i] + Part(part)));
        var agree = reason.Parts.All(p => Status(p) == Status(reason.Parts[0]));
        return Say(
            $"“{word}”没有写明比哪几年（{parts}），几种理解结论{(agree ? "相同" : "不一")}：{_words.Of(Status(reason))}{Claim(reason)}",
            $"“{word}” does not say over which years ({parts}), and its readings {(agree ? "agree" : "differ")}: "
                + $"{_words.Of(Status(reason))}{Claim(reason)}");
    }

    private string Claim(Reason reason) =>
        reason is FigureReason { Reading.IsEstimated: true } or CourseReason { Reference.IsEstimated: true }
            or OnTrackReason { Reference.IsEstimated: true }
        ? Say("（预计数，按填报计，不算有据）", " (an estimate: counts as declared, not as measured)")
        : reason.Proven == reason.Claimed ? ""
        : evidence == Evidence.Declared ? Say("（按填报计，未经数据核实）", " (as declared, no figure behind it)")
        : Say("（有此数值才能判定）", " (this figure would decide)");

    private string Sentence(Reason reason)
    {
        var status = Status(reason);
        var margin = status == reason.Proven && _clauses.Margin(reason) is { Length: > 0 } by ? Say("，", ", ") + by : "";
        return $"{_clauses.Write(reason).ReplaceLineEndings(" ")}{Say("：", ": ")}{_words.Of(status)}{margin}{Claim(reason)}";
    }

    private Status Status(Reason reason) => evidence == Evidence.Measured ? reason.Proven : reason.Claimed;

    private string Say(string zh, string en) => _words.Say(zh, en);
}
