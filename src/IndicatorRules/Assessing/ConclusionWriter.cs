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

        return Outcome(c).Concat(c.Conclusion.Steps.Where(s => s.When.Holds ?? c.LeastGrade != c.MostGrade).Select(s => Step(s, c)));
    }

    internal string Fault(string key) => new FaultWriter(_words).Write(("脚本", "the script"), key, 0);

    internal string Of(Answer answer) => string.Join(Say("；", "; "), answer.Terms.Select(Of));

    private IEnumerable<string> Outcome(SchemeConclusion c)
    {
        if (c.LeastGrade is { } least && c.MostGrade is { } most)
        {
            yield return least == most
                ? Say($"总评：{least.Name.Zh}", $"Conclusion: {least.Name.En}")
                : Say($"总评：无法判定，介于“{least.Name.Zh}”和“{most.Name.Zh}”之间", $"Conclusion: undetermined, between “{least.Name.En}” and “{most.Name.En}”");
        }

        if (c.Points is { } points)
        {
            yield return Say($"得分：{points}", $"Points: {points}");
        }

        if (c.Open.Any())
        {
            yield return Say($"取决于{Rows(c.Open)}的判定", $"Decided by the verdicts of {Rows(c.Open)}");
        }
    }

    private string Step(ConclusionStep step, SchemeConclusion c)
    {
        var grade = c.GradeAt(step.Grade)?.Name.In(language) ?? "";
        var what = step.Kind switch
        {
            ConclusionStepKind.Award => Say($"可评“{grade}”", $"“{grade}”"),
            ConclusionStepKind.Cap => Say($"最高只评“{grade}”", $"no higher than “{grade}”"),
            _ => Say("一票否决", "veto"),
        };
        var open = step.When.Holds is null ? Say("（待定）", " (open)") : "";
        var because = step.Because.Length > 0 ? $"{step.Because}{Say("，", ", ")}" : "";
        var rows = step.Kind != ConclusionStepKind.Award && step.When.Origins.Any() ? Say($"（{Rows(step.When.Origins)}）", $" ({Rows(step.When.Origins)})") : "";
        return $"{what}{open}{Say("：", ": ")}{because}{Of(step.When)}{rows}";
    }

    private string Of(Term term) => term.Sign.Length == 0
        ? term.Left.Label.In(language)
        : $"{Side(term.Left)} {term.Sign} {Side(term.Right)}";

    internal string Side(Quantity side) => Wording.WithUnit(side.Label.Zh is { Length: > 0 } ? $"{side.Label.In(language)} {side}" : $"{side}", side.Unit);

    private string Rows(IEnumerable<Origin> origins) =>
        Say($"第 {string.Join("、", origins.Select(o => o.Number))} 项", $"row {string.Join(", ", origins.Select(o => o.Number))}");

    private string Say(string zh, string en) => _words.Say(zh, en);
}
