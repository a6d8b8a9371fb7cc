using IndicatorRules.Contract;
using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Assessing;

/// <summary>Findings of a stage that is not due → what is still needed, in one language.</summary>
internal sealed class OutlookWriter(Language language, int stageYear, int factsYear)
{
    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Finding finding) => finding.Clause switch
    {
        _ when finding.IsCutShort => [Say("理由过多，不再逐条列出", "more reasons than can be listed")],
        Clause.All or Clause.Upper => finding.Parts.SelectMany(Write).Distinct(),
        Clause.Any => [Say("任一即可：", "one is enough: ") + string.Join(Say("；或 ", "; or "), finding.Parts.SelectMany(Write).Distinct())],
        Clause.Branch when finding.Parts[0].Proven == Status.Met => Write(finding.Parts[1]),
        Clause.Branch when finding.Parts[0].Proven == Status.NotMet => Write(finding.Parts[2]),
        Clause.Branch => Write(finding.Parts[0]),
        _ => [Needed(finding)],
    };

    private string Needed(Finding f) => f.Clause switch
    {
        Clause.StateIs or Clause.StateReached => State(f),
        Clause.StableOrImproving or Clause.Improving or Clause.NotReduced or Clause.ChangeAtLeast or Clause.ChangeAtMost => Course(f),
        Clause.TaskNotStated => Say($"须完成 {stageYear} 年上级任务", $"the superior's task of {stageYear} is to be completed"),
        Clause.AtLeast or Clause.MoreThan or Clause.AtMost or Clause.LessThan or Clause.Between => Threshold(f),
        _ => _clauses.Write(f),
    };

    private string Threshold(Finding f)
    {
        var wanted = $"{_clauses.Subject(f)} {_clauses.Requirement(f)}";
        if (f.Margin is not { } margin)
        {
            return Say($"须 {wanted}，现无可比数值", $"{wanted} is needed; there is no figure yet");
        }

        var now = $"{Wording.Value(f)}{Say($"（{factsYear}）", $" ({factsYear})")}";
        if (margin >= 0 && f.Proven == Status.Met)
        {
            return Say($"须 {wanted}，现为 {now}，已达到，保持即可", $"{wanted} is needed; {now} is enough, keep it");
        }

        var yearly = Wording.Number(Math.Round(-margin / (stageYear - factsYear), 4));
        return Say(
            $"须 {wanted}，现为 {now}，还差 {Wording.WithUnit(Wording.Number(-margin), f.Unit)}，每年需 {yearly}",
            $"{wanted} is needed; {now} is short by {Wording.WithUnit(Wording.Number(-margin), f.Unit)}, {yearly} a year");
    }

    private string State(Finding f)
    {
        var now = f.Reading?.Text ?? "-";
        return f.Proven == Status.Met
            ? Say($"须{_clauses.Requirement(f)}，现为“{now}”，已达到", $"{_clauses.Requirement(f)} is needed; “{now}” is enough")
            : Say($"须{_clauses.Requirement(f)}，现为“{now}”", $"{_clauses.Requirement(f)} is needed; now “{now}”");
    }

    private string Course(Finding f)
    {
        var now = f.Reading is { IsAbsent: false } ? Say($"{factsYear} 年为 {Wording.Value(f)}", $"{factsYear}: {Wording.Value(f)}")
            : Say($"{factsYear} 年无数值", $"{factsYear}: no figure");
        return Say(
            $"{_clauses.Subject(f)}须{_clauses.Requirement(f)}（{stageYear} 年与 {Wording.Year(f.ReferenceYear)} 年相比）；{now}",
            $"{_clauses.Subject(f)}: {_clauses.Requirement(f)} is needed ({stageYear} against {Wording.Year(f.ReferenceYear)}); {now}");
    }

    private string Say(string zh, string en) => _words.Say(zh, en);
}
