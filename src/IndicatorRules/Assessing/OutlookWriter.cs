using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>The reasons of a stage that is not due → the remaining requirements, in one language.</summary>
internal sealed class OutlookWriter(Language language, int stageYear, int factsYear, SchemeLabels schemes)
{
    private const decimal Printed = 10_000;
    private const decimal MostPrinted = 1_000_000_000;

    private readonly Wording _words = new(language);
    private readonly ClauseWriter _clauses = new(new Wording(language));

    internal IEnumerable<string> Write(Reason reason) => reason switch
    {
        CombinedReason { OneIsEnough: false } or UpperReason => reason.Parts.SelectMany(Write).Distinct(),
        WhenReason branch when Counting(branch) is { } counting => Write(counting),
        _ => [Within(reason)],
    };

    private string Within(Reason reason) => reason switch
    {
        CutShortReason => Say("理由过多，不再逐条列出", "more reasons than can be listed"),
        CombinedReason { OneIsEnough: true } any when any.Parts.Select(Part).Distinct().ToList() is var parts => parts.Count == 1 ? parts[0]
            : Say("任一即可：", "one is enough: ") + _words.Join("或", "or", parts),
        CombinedReason all => _words.Join("并且", "and", all.Parts.Select(Part).Distinct()),
        UpperReason upper => $"[{schemes.Of(upper.SchemeId)}] {Part(upper.Upper)}",
        ReadingsReason readings => Say("没有写明“持续”比哪几年：", "over which years is not said: ")
            + _words.Join("或", "or", readings.Parts.Take(2).Select(Part).Distinct()
                .Append(Say("自基年起逐年如此", "the same each year since the base year"))),
        WhenReason branch => Counting(branch) is { } counting ? Within(counting)
            : Say("要看条件：", "it depends: ") + Part(branch.Condition)
            + Say("；若成立：", "; if so: ") + Part(branch.Then)
            + Say("；若不成立：", "; if not: ") + Part(branch.Otherwise),
        CombinationReason rows => new CombinationWriter(_words, Evidence.Declared).Write(rows),
        _ => Needed(reason).ReplaceLineEndings(" "),
    };

    private string Part(Reason reason) => reason is CombinedReason or WhenReason
        ? Say("（", "(") + Within(reason) + Say("）", ")")
        : Within(reason);

    // The branch taken; the condition itself when it does not apply.
    private static Reason? Counting(WhenReason branch) =>
        branch.Taken ?? (branch.Condition.Proven == Status.NotApplicable ? branch.Condition : null);

    private string Needed(Reason reason) => reason switch
    {
        StateReason f => State(f),
        CourseReason f => CourseOf(f),
        SuperiorTaskReason { State: SuperiorTaskState.NotStated } =>
            Say($"须完成 {stageYear} 年上级任务", $"the superior's task of {stageYear} is to be completed"),
        FigureReason { Figure.OfYear: { } year } f and (BoundReason or RangeReason or OtherFigureReason or AboutReason) => OfYear(f, year),
        BoundReason or RangeReason or OtherFigureReason or OnTrackReason or AboutReason => Bound((FigureReason)reason),
        AbsentReason or RuleTextReason { Proven: Status.NotApplicable } =>
            $"{_clauses.Write(reason)}{Say("，", ", ")}{_words.Of(Status.NotApplicable)}",
        _ => _clauses.Write(reason),
    };

    // One of several years of which each counts; the last stands for all that are to come.
    private string OfYear(FigureReason f, int year)
    {
        if (year > factsYear)
        {
            var item = f.Figure.IsItem ? f.Figure.Name.In(language) : "";
            return Say($"到 {year} 年{item}每年须 {_clauses.Requirement(f)}",
                $"{(item.Length > 0 ? item + ": " : "")}{_clauses.Requirement(f)} is needed each year until {year}");
        }

        return _clauses.Write(f) + f.Proven switch
        {
            Status.Met => Say("，已达到", ", which is enough"),
            Status.NotMet => Say("，没有达到", ", which is not enough"),
            _ => Say("，还不能确定", ", which is open"),
        };
    }

    private string Bound(FigureReason f)
    {
        var needed = Say($"{_clauses.Subject(f)}须 {_clauses.Requirement(f)}",
            $"{_clauses.Subject(f)}: {_clauses.Requirement(f)} is needed");
        if (f.Reading is null or { IsNumeric: false, Done: null })
        {
            return needed + (f.Figure.IsDerived ? Say("，现在还算不出", "; it cannot be worked out yet")
                : Say($"，{_clauses.Absent(f)}", $"; {_clauses.Absent(f)}"));
        }

        var isSum = f.Figure.IsSum;
        var now = isSum
            ? Say($"，到 {YearOf(f)} 年已累计 {_words.Value(f)}", $"; {_words.Value(f)} so far ({YearOf(f)})")
            : Say($"，{YearOf(f)} 年为 {_words.Value(f)}", $"; {_words.Value(f)} in {YearOf(f)}");
        return needed + now + (f.Margin, f.Proven) switch
        {
            ({ } margin, Status.Met) when isSum && ClauseWriter.IsUpperLimit(f) is true => Room(f, margin),
            (_, Status.Met) => Say("，已达到，保持即可", ", which is enough: keep it"),
            ({ } margin, Status.NotMet) => Short(f, margin),
            (_, Status.NotMet) => Say("，没有达到", ", which is not enough"),
            _ => Say("，够不够还不能确定", ", which may or may not be enough"),
        };
    }

    // How much a cumulative figure leaves for the remaining years.
    private string Room(Reason f, decimal margin)
    {
        var (left, yearly) = (By(f, margin), By(f, margin / (stageYear - factsYear)));
        return Say($"，还可有 {left}，平均每年不超过 {yearly}", $", which leaves {left}, {yearly} a year");
    }

    private string Short(FigureReason f, decimal margin)
    {
        if (margin == 0)
        {
            return Say("，正好等于界限，不算达到", ", exactly at the limit, which does not count");
        }

        var (by, yearly) = (By(f, -margin), By(f, -margin / (stageYear - factsYear)));
        var isOver = ClauseWriter.IsUpperLimit(f) ?? (f is RangeReason range && f.Reading?.Low > range.High);
        if (f is BoundReason bound && Pace(bound, isOver) is { } pace)
        {
            return isOver ? Say($"，超出 {by}，{pace}", $", over by {by}: {pace}")
                : Say($"，还差 {by}，{pace}", $", short by {by}: {pace}");
        }

        if (f.Figure.IsGrowth)
        {
            return isOver ? Say($"，超出 {by}，以后各年须更慢", $", over by {by}: slower from now on")
                : Say($"，还差 {by}，以后各年须更快", $", short by {by}: faster from now on");
        }

        if (isOver && f.Figure.IsSum)
        {
            return Say($"，已超出 {by}", $", over by {by} already");
        }

        return isOver
            ? Say($"，超出 {by}，平均每年须降低 {yearly}", $", over by {by}: down by {yearly} a year is needed")
            : Say($"，还差 {by}，平均每年须{(f.Figure.IsSum ? "增加" : "提高")} {yearly}",
                $", short by {by}: up by {yearly} a year is needed");
    }

    // The growth of each later year that leads to the average wanted. It is exact; what is printed is rounded to the safe side.
    private string? Pace(BoundReason f, bool isOver)
    {
        if (f.Figure.Growth?.Needed(f.Bound, stageYear) is not { } needed || Math.Abs(needed.Low) > MostPrinted)
        {
            return null;
        }

        var pace = isOver ? Math.Floor(needed.Low * Printed) / Printed : Math.Ceiling(needed.High * Printed) / Printed;
        var isStrict = f.Kind is BoundKind.MoreThan or BoundKind.LessThan;
        var (number, less) = (Wording.Number(pace), Wording.Number(-pace));
        return (isOver, pace < 0) switch
        {
            (false, false) => Say($"以后平均每年须增长{(isStrict ? "超过" : "")} {number}%",
                $"{(isStrict ? "more than " : "")}{number}% a year is needed from now on"),
            (false, true) => Say($"以后平均每年下降须{(isStrict ? "小于" : "不超过")} {less}%",
                $"a fall of {(isStrict ? "less than" : "at most")} {less}% a year from now on"),
            (true, false) => Say($"以后平均每年增长须{(isStrict ? "小于" : "不超过")} {number}%",
                $"{(isStrict ? "less than" : "at most")} {number}% a year from now on"),
            (true, true) => Say($"以后平均每年须下降{(isStrict ? "超过" : "")} {less}%",
                $"a fall of {(isStrict ? "more than " : "")}{less}% a year is needed from now on"),
        };
    }

    private string By(Reason f, decimal amount) => _words.Difference(Wording.Number(amount, against: null), f.Unit);

    private string State(StateReason f)
    {
        var needed = f.Figure.IsItem
            ? Say($"“{f.Figure.Name.Zh}”应{_clauses.Requirement(f)}", $"{f.Figure.Name.En}: {_clauses.Requirement(f)} is needed")
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

    private string CourseOf(CourseReason f)
    {
        var since = f.ReferenceYear is { } from
            ? Say($"（{stageYear} 年与 {from} 年相比）", $" ({stageYear} against {from})")
            : Say("（体系没有规定基年）", " (the scheme names no base year)");
        var now = f.Reading is { IsAbsent: false } ? Say($"{YearOf(f)} 年为 {_words.Value(f)}", $"{_words.Value(f)} in {YearOf(f)}")
            : Say($"{factsYear} 年没有数值", $"no figure in {factsYear}");
        return Say(
            $"{_clauses.Subject(f)}须{_clauses.Requirement(f)}{since}，{now}",
            $"{_clauses.Subject(f)}: {_clauses.Requirement(f)} is needed{since}, {now}");
    }

    // The figure's own year: a column may hold that of the year before.
    private int YearOf(FigureReason f) => f.Year > 0 && f.Year < factsYear ? f.Year : factsYear;

    private string Say(string zh, string en) => _words.Say(zh, en);
}
