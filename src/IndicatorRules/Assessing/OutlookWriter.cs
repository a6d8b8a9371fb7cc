using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>Findings of a stage that is not due → what is still needed, in one language.</summary>
internal sealed class OutlookWriter(Language language, int stageYear, int factsYear, SchemeLabels schemes)
{
    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Reason reason) => reason.Clause switch
    {
        _ when reason.IsCutShort => [Within(reason)],
        Clause.All or Clause.Upper => reason.Parts.SelectMany(Write).Distinct(),
        Clause.Branch when Taken(reason) is { } taken => Write(taken),
        _ => [Within(reason)],
    };

    private string Within(Reason reason) => reason.Clause switch
    {
        _ when reason.IsCutShort => Say("理由过多，不再逐条列出", "more reasons than can be listed"),
        Clause.Any when reason.Parts.Select(Part).Distinct().ToList() is var parts => parts.Count == 1 ? parts[0]
            : Say("任一即可：", "one is enough: ") + _words.Join("或", "or", parts),
        Clause.All => _words.Join("并且", "and", reason.Parts.Select(Part).Distinct()),
        Clause.Upper => $"[{schemes.Of(reason.Text)}] {Part(reason.Parts[0])}",
        Clause.Branch when Taken(reason) is { } taken => Within(taken),
        Clause.Branch => Say("要看条件：", "it depends: ") + Part(reason.Parts[0])
            + Say("；若成立：", "; if so: ") + Part(reason.Parts[1])
            + Say("；若不成立：", "; if not: ") + Part(reason.Parts[2]),
        _ => Needed(reason).ReplaceLineEndings(" "),
    };

    private string Part(Reason reason) => reason.Clause is Clause.Any or Clause.All or Clause.Branch && !reason.IsCutShort
        ? Say("（", "(") + Within(reason) + Say("）", ")")
        : Within(reason);

    private static Reason? Taken(Reason branch) => branch.Parts[0].Proven switch
    {
        Status.Met => branch.Parts[1],
        Status.NotMet => branch.Parts[2],
        Status.NotApplicable => branch.Parts[0],
        _ => null,
    };

    private string Needed(Reason f) => f.Clause switch
    {
        Clause.StateIs or Clause.StateReached => State(f),
        Clause.StableOrImproving or Clause.Improving or Clause.NotReduced or Clause.ChangeAtLeast or Clause.ChangeAtMost => Course(f),
        Clause.TaskNotStated => Say($"须完成 {stageYear} 年上级任务", $"the superior's task of {stageYear} is to be completed"),
        Clause.AtLeast or Clause.MoreThan or Clause.AtMost or Clause.LessThan or Clause.Between => Threshold(f),
        Clause.DoesNotApply or Clause.Exempt => $"{_clauses.Write(f)}{Say("，", ", ")}{_words.Of(Status.NotApplicable)}",
        _ => _clauses.Write(f),
    };

    private string Threshold(Reason f)
    {
        var needed = Say($"{_clauses.Subject(f)}须 {_clauses.Requirement(f)}", $"{_clauses.Subject(f)}: {_clauses.Requirement(f)} is needed");
        if (f.Reading is null or { IsNumeric: false, Done: null })
        {
            return needed + (f.Figure is { IsDerived: true } ? Say("，现在还算不出", "; it cannot be worked out yet")
                : Say($"，{_clauses.Absent(f)}", $"; {_clauses.Absent(f)}"));
        }

        var isSum = f.Figure is { IsSum: true };
        var now = isSum
            ? Say($"，到 {factsYear} 年已累计 {_words.Value(f)}", $"; {_words.Value(f)} so far ({factsYear})")
            : Say($"，{factsYear} 年为 {_words.Value(f)}", $"; {_words.Value(f)} in {factsYear}");
        return needed + now + (f.Margin, f.Proven) switch
        {
            ({ } margin, Status.Met) when isSum && f.Clause is Clause.AtMost or Clause.LessThan => Room(f, margin),
            (_, Status.Met) => Say("，已达到，保持即可", ", which is enough: keep it"),
            ({ } margin, Status.NotMet) => Short(f, margin),
            (_, Status.NotMet) => Say("，没有达到", ", which is not enough"),
            _ => Say("，够不够还不能确定", ", which may or may not be enough"),
        };
    }

    // A sum so far leaves so much for the years to come.
    private string Room(Reason f, decimal margin)
    {
        var (left, yearly) = (By(f, margin), By(f, margin / (stageYear - factsYear)));
        return Say($"，还可有 {left}，平均每年不超过 {yearly}", $", which leaves {left}, {yearly} a year");
    }

    private string Short(Reason f, decimal margin)
    {
        if (margin == 0)
        {
            return Say("，正好等于界限，不算达到", ", exactly at the limit, which does not count");
        }

        var (by, yearly) = (By(f, -margin), By(f, -margin / (stageYear - factsYear)));
        var isOver = f.Clause is Clause.AtMost or Clause.LessThan || (f.Clause == Clause.Between && f.Reading?.Low > f.UpperThreshold);
        if (isOver && f.Figure is { IsSum: true })
        {
            return Say($"，已超出 {by}", $", over by {by} already");
        }

        return isOver
            ? Say($"，超出 {by}，平均每年须降低 {yearly}", $", over by {by}: down by {yearly} a year is needed")
            : Say($"，还差 {by}，平均每年须{(f.Figure is { IsSum: true } ? "增加" : "提高")} {yearly}", $", short by {by}: up by {yearly} a year is needed");
    }

    private string By(Reason f, decimal amount) => _words.Difference(Wording.Number(amount, against: null), f.Unit);

    private string State(Reason f)
    {
        var needed = f.Figure is { IsItem: true } item
            ? Say($"“{item.Name.Zh}”应{_clauses.Requirement(f)}", $"{item.Name.En}: {_clauses.Requirement(f)} is needed")
            : Say($"状态应{_clauses.Requirement(f)}", $"{_clauses.Requirement(f)} is needed");
        if (f.Reading is null or { IsAbsent: true })
        {
            return needed + Say("，尚未填报", "; not reported yet");
        }

        var now = _words.Quoted(f.Reading, f.Figure);
        return needed + (f.Proven == Status.Met
            ? Say($"，现为{now}，已达到", $"; now {now}, which is enough")
            : Say($"，现为{now}", $"; now {now}"));
    }

    private string Course(Reason f)
    {
        var since = f.ReferenceYear is { } from
            ? Say($"（{stageYear} 年与 {from} 年相比）", $" ({stageYear} against {from})")
            : Say("（体系没有规定基年）", " (the scheme names no base year)");
        var now = f.Reading is { IsAbsent: false } ? Say($"{factsYear} 年为 {_words.Value(f)}", $"{_words.Value(f)} in {factsYear}")
            : Say($"{factsYear} 年没有数值", $"no figure in {factsYear}");
        return Say(
            $"{_clauses.Subject(f)}须{_clauses.Requirement(f)}{since}，{now}",
            $"{_clauses.Subject(f)}: {_clauses.Requirement(f)} is needed{since}, {now}");
    }

    private string Say(string zh, string en) => _words.Say(zh, en);
}
