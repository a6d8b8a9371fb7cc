using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Assessing;

/// <summary>A conclusion → sentences, in one language.</summary>
internal sealed class ConclusionWriter(Language language)
{
    private readonly Wording _words = new(language);

    internal IEnumerable<string> Write(SchemeConclusion c)
    {
        if (c.Conclusion is null)
        {
            return [Say("总评：无法判定，", "Conclusion: undetermined, ") + Fault(c.Fault)];
        }

        var isOpen = c.LeastGrade != c.MostGrade;
        var steps = c.Conclusion.Steps.Where(s => s.When.Holds ?? (s.When.Fault is not null || isOpen));
        return Outcome(c).Concat(steps.Select(s => Step(s, c)));
    }

    internal string Fault(string key, int line = 0) => new FaultWriter(_words).Write(("规则", "the script"), key, line);

    // A side that could not be computed has only its explanation.
    private string Of(Answer answer, int line) => string.Join(
        Say("；", "; "),
        answer.Terms.Where(t => (t.Left.Fault ?? t.Right.Fault) is null).Select(Of)
            .Concat(answer.Fault is { } fault ? [Fault(fault, line)] : []));

    private IEnumerable<string> Outcome(SchemeConclusion c)
    {
        if (c.LeastGrade is { } least && c.MostGrade is { } most)
        {
            yield return least == most
                ? Say($"总评：{least.Name.Zh}", $"Conclusion: {least.Name.En}")
                : Say($"总评：无法判定，介于“{least.Name.Zh}”和“{most.Name.Zh}”之间",
                    $"Conclusion: undetermined, between “{least.Name.En}” and “{most.Name.En}”");
        }

        if (c.Points is { } points)
        {
            var earned = points.Fault is { } fault ? Say("无法判定，", "undetermined, ") + Fault(fault) : Known(points);
            yield return Say("得分：", "Points: ") + earned;
        }

        if (c.Deciding.Any())
        {
            yield return Say($"取决于{Rows(c.Deciding)}的判定", $"Decided by the verdicts of {Rows(c.Deciding)}");
        }
    }

    private string Step(ConclusionStep step, SchemeConclusion c)
    {
        if (step.Kind == ConclusionStepKind.Note)
        {
            return Say("附注", "Note") + (step.When.Holds is null ? Say("（待定）", " (open)") : "") + Say("：", ": ") + step.Because;
        }

        var grade = c.GradeAt(step.Grade.Index)?.Name.In(language) ?? "";
        var what = step.Kind switch
        {
            ConclusionStepKind.Award => Say($"可评“{grade}”", $"“{grade}”"),
            ConclusionStepKind.Cap => Say($"最高只评“{grade}”", $"no higher than “{grade}”"),
            _ => Say("一票否决", "veto"),
        };
        var open = step.When.Holds is null ? Say("（待定）", " (open)") : "";
        var because = step.Because.Length > 0 ? $"{step.Because}{Say("，", ", ")}" : "";
        var rows = step.Kind != ConclusionStepKind.Award && step.When.Origins.Any()
            ? Say($"（{Rows(step.When.Origins)}）", $" ({Rows(step.When.Origins)})") : "";
        return $"{what}{open}{Say("：", ": ")}{because}{Of(step.When, step.Line)}{rows}";
    }

    private string Of(Term term) => term.Sign.Length == 0
        ? term.Left.Label.In(language)
        : $"{Side(term.Left)} {term.Sign} {Side(term.Right)}";

    private string Known(Quantity side) => side is { Low: null, High: null } ? Say("不明", "unknown") : $"{side}";

    internal string Side(Quantity side)
    {
        var text = side is { Low: null, High: null } ? Known(side)
            : side.IsDifference ? _words.Difference($"{side}", side.Unit)
            : Wording.WithUnit($"{side}", side.Unit);
        return $"{side.Label.In(language)} {text}".Trim();
    }

    private string Rows(IEnumerable<Origin> origins) =>
        Say($"第 {string.Join("、", origins.Select(o => o.Number))} 项", $"row {string.Join(", ", origins.Select(o => o.Number))}");

    private string Say(string zh, string en) => _words.Say(zh, en);
}
