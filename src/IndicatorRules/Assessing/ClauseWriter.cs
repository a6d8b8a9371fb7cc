using System.Diagnostics;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>A reason without parts → its operands and requirement, without the outcome.</summary>
internal sealed class ClauseWriter(Wording words)
{
    internal string Write(Reason reason) => reason switch
    {
        BoundReason or RangeReason or OtherFigureReason or OnTrackReason => Bound((FigureReason)reason),
        AboutReason f => Bound(f) + Unsaid(f),
        StateReason f => State(f),
        CourseReason f => CourseOf(f),
        SuperiorTaskReason f => SuperiorTask(f),
        AbsentReason f => Absent(f),
        RuleTextReason f => f.Text,
        FaultReason { Fault: ScriptFault.Undecided } f =>
            Say("规则按一个尚不能确定的数值分情况：", "the rule branches on a figure that does not decide: ")
            + (f.Comparison is { } comparison ? Write(comparison) : ""),
        FaultReason f => new FaultWriter(words).Write(("规则", "the rule"), f.Fault, f.Line),
        _ => throw new UnreachableException(),
    };

    /// <summary>The requirement on the figure; empty for a reason without one.</summary>
    internal string Requirement(FigureReason reason) => reason switch
    {
        BoundReason f => Sign(f.Kind) + Figure(f.Bound, f.Unit),
        RangeReason f => $"{Figure(f.Low, "")}–{Figure(f.High, f.Unit)}",
        OtherFigureReason f => Other(f),
        OnTrackReason f => new PlanWriter(words).Requirement(f),
        AboutReason f => Say($"{Figure(f.Value, f.Unit)} 左右", $"about {Figure(f.Value, f.Unit)}") + Width(f),
        StateReason { OrLater: false } f => Say($"为“{StateName(f)}”", $"“{StateName(f)}”"),
        StateReason f => Say($"达到“{StateName(f)}”", $"“{StateName(f)}” or beyond"),
        CourseReason f => f.Course switch
        {
            Course.StableOrImproving => Say("保持稳定或持续改善", "stable or improving") + Tolerance(f),
            Course.Improving => Say("持续改善", "improving"),
            Course.NotReduced => Say("不减少、不降低", "not reduced") + Tolerance(f),
            Course.ChangeAtLeast => Say("变化 ≥", "change ≥") + Change(f),
            _ => Say("变化 ≤", "change ≤") + Change(f),
        },
        _ => "",
    };

    internal string Subject(FigureReason f) => (Item(f), f.Figure.OfYear) switch
    {
        ({ Length: > 0 } item, { } year) => Say($"{year} 年{item}", $"{item} in {year}"),
        ({ Length: > 0 } item, _) => item,
        (_, { } year) => Say($"{year} 年的数", $"value of {year}"),
        _ => Say("现状值", "value"),
    };

    internal static string Sign(BoundKind kind) => kind switch
    {
        BoundKind.AtLeast => "≥",
        BoundKind.MoreThan => "＞",
        BoundKind.AtMost => "≤",
        _ => "＜",
    };

    /// <summary>Whether the requirement is an upper limit (true) or a lower one (false); null when it is neither.</summary>
    internal static bool? IsUpperLimit(Reason reason) => reason switch
    {
        BoundReason f => f.Kind is BoundKind.AtMost or BoundKind.LessThan,
        OtherFigureReason f => f.Kind is BoundKind.AtMost or BoundKind.LessThan,
        SuperiorTaskReason { Task: { } task } => task.AtMost,
        OnTrackReason f => f.IsUpperLimit,
        _ => null,
    };

    private string StateName(StateReason f) => f.Figure.States.FirstOrDefault(s => s.Id == f.State)?.Text.In(words.Language) ?? f.State;

    /// <summary>The distance of the figure from the requirement, in words; empty when it is unknown.</summary>
    internal string Margin(Reason f)
    {
        if (f.Margin is not { } margin || f.Proven is not (Status.Met or Status.NotMet))
        {
            return "";
        }

        return margin == 0 ? Exactly(f) : Distance(f, words.Difference(Wording.Number(Math.Abs(margin), against: null), f.Unit));
    }

    /// <summary>The value that was handed in instead of a figure, or that there is none.</summary>
    internal string Absent(FigureReason f)
    {
        if (f.Figure.IsDerived)
        {
            return Say(words.Then("算不出", words.Name(f.Figure)), $"{words.Name(f.Figure)} cannot be worked out");
        }

        if (f.Reading is { IsAbsent: false } said)
        {
            return Say($"{Item(f)}填的是{words.Quoted(said, f.Figure)}，不是能比较的数值",
                $"{Of(f)}{words.Quoted(said, f.Figure)} is reported, which is no figure to compare");
        }

        var isSilent = f.Reading is null or { Text: "" or "-" or "—" or "－" or "——" or "/" };
        var what = isSilent
            ? Say($"没有填报{At(f.Year)}{Possessive(f)}{Kind(f)}", $"no{At(f.Year, "")} {Kind(f)}{OfItem(f)} is reported")
            : Say($"{Item(f)}填的是“{f.Reading!.Text}”", $"{Of(f)}“{f.Reading!.Text}” is reported");
        return (f, f.Proven, f.Reading?.Absence) switch
        {
            (AbsentReason, _, _) => isSilent ? what + Say("，按体系规定不适用",
                ", which the scheme takes for not applicable") : what,
            (_, Status.Met or Status.NotMet, _) =>
                what + Say($"，按体系规定计为{words.Of(f.Proven)}", $", which the scheme takes for {words.Of(f.Proven)}"),
            (_, _, AbsenceKind.NothingOfTheKind or AbsenceKind.NotAssessed) =>
                what + Say("，本行不认作不适用", ", which this row does not take for not applicable"),
            _ => what,
        };
    }

    private string Bound(FigureReason f) => IsFigure(f.Reading)
        ? $"{Subject(f)} {words.Value(f)}{Comma}{Wanted(f)}"
        : $"{Absent(f)}{Comma}{Wanted(f)}";

    // ≥ 忻州市平均（54%）; a missing figure is reported under the other row's name.
    private string Other(OtherFigureReason f)
    {
        var times = f.Ratio.Whole > 0 ? $"{f.Ratio.Part}/{f.Ratio.Whole} ×" : f.Times != 1 ? $"{Wording.Number(f.Times)} ×" : "";
        var number = f.Bound is { } bound
            ? Say($"（{Figure(bound, f.Unit)}）", $" ({Figure(bound, f.Unit)})")
            : Say($"（无{At(f.Year)}数值）", $" (no{At(f.Year, "")} figure)");
        return $"{Sign(f.Kind)}{times} {words.Name(f.Other)}{number}";
    }

    // What decides is not in the source.
    private string Unsaid(AboutReason f) => f.Proven == Status.Undetermined && IsFigure(f.Reading)
        ? Say("，差多少还算“左右”没有规定", ", and how far off still counts is not said") : "";

    private string Width(AboutReason f)
    {
        var by = words.Difference(Wording.Stated(f.Within), f.Unit);
        return f.Within == 0 ? "" : Say($"（可差 {by}）", $" (within {by})");
    }

    private string State(StateReason f)
    {
        if (f.Reading is null or { IsAbsent: true })
        {
            return $"{Absent(f)}{Comma}{Wanted(f)}";
        }

        var said = words.Quoted(f.Reading, f.Figure);
        return f.Figure.StateOf(f.Reading.Text) is not null
            ? Say($"{Item(f)}现为{said}", $"{Of(f)}now {said}") + Comma + Wanted(f)
            : Say($"{Item(f)}填的是{said}，不在体系所列的状态之内",
                $"{Of(f)}{said} is none of the states that the scheme lists") + Comma
            + Wanted(f);
    }

    private string CourseOf(CourseReason f)
    {
        if (f.PrintedChange is { } change)
        {
            var by = Wording.Signed(change);
            return Say(
                $"{Item(f)}比 {f.ReferenceYear} 年变化 {by}%（按材料所载）{Comma}{Wanted(f)}",
                $"{Of(f)}changed by {by}% since {f.ReferenceYear} (as the source prints){Comma}{Wanted(f)}");
        }

        if (f.Reading is { IsAbsent: true } && f.Proven != Status.Undetermined)
        {
            return $"{Absent(f)}{Comma}{Wanted(f)}";
        }

        if (f.ReferenceYear is not { } from)
        {
            return Say($"体系没有规定基年，{Item(f)}不能比较", $"{Of(f)}the scheme names no base year to compare with") + Comma + Wanted(f);
        }

        if (from >= f.Year)
        {
            return Say(words.Then(Item(f), $"{f.Year} 年不能同 {from} 年比较"),
                $"{Of(f)}{f.Year} cannot be compared with {from}") + Comma
                + Wanted(f);
        }

        if (f.Reading is null or { IsAbsent: true } || f.Reference is null)
        {
            return Lacking(f, from) + Comma + Wanted(f);
        }

        var before = words.Value(f.Reference, f);
        return Say(
            $"{words.Then(Item(f), $"{f.Year} 年")} {words.Value(f)}，{from} 年 {before}",
            $"{Of(f)}{words.Value(f)} in {f.Year}, {before} in {from}") + Comma + Wanted(f);
    }

    private string Lacking(CourseReason f, int from)
    {
        var isNowThere = f.Reading is { IsAbsent: false };
        if (f.Figure.IsDerived)
        {
            var (year, name) = (isNowThere || f.Reference is null ? from : f.Year, words.Name(f.Figure));
            return Say(words.Then($"算不出 {year} 年的", name) + "，不能比较",
                $"{name} cannot be worked out for {year}, and not compared");
        }

        if (!isNowThere && f.Reading is { Text: not ("" or "-" or "—" or "－" or "——" or "/") })
        {
            return Absent(f) + Say("，不能比较", ", which cannot be compared");
        }

        var (zh, en) = isNowThere ? ($"{from} 年", $"{from}")
            : f.Reference is null ? ($"{from}、{f.Year} 年", $"{from} and {f.Year}")
            : ($"{f.Year} 年", $"{f.Year}");
        return Say($"{Item(f)}没有 {zh}的数，不能比较", $"{Of(f)}no figure of {en} to compare");
    }

    private string SuperiorTask(SuperiorTaskReason f) => f switch
    {
        { Task: { } task } => SuperiorTask(f, task),
        { State: SuperiorTaskState.Figures } =>
            Say($"上级任务完成情况 {f.Reading?.Text}", $"superior's task, done of set: {f.Reading?.Text}"),
        { State: SuperiorTaskState.NotStated } =>
            Say($"没有填报{At(f.Year)}上级任务及完成情况", $"the superior's task{At(f.Year)} is not reported"),
        { Text.Length: > 0 } => Say($"上级任务填的是“{f.Text}”", $"the superior's task is reported as “{f.Text}”"),
        { State: SuperiorTaskState.NoneSet } => Say("上级没有下达任务", "no task was set by the superior"),
        { Claimed: Status.Met } =>
            Say("上级任务填的是已完成，没有写完成数", "the superior's task is reported as completed, without figures"),
        _ => Say("上级任务填的是未完成，没有写完成数",
            "the superior's task is reported as not completed, without figures"),
    };

    private string SuperiorTask(SuperiorTaskReason f, SuperiorTaskFigure figure)
    {
        var sign = figure.AtMost ? "≤" : "≥";
        var name = f.Text.Length > 0 ? Say($"“{f.Text}”", $" “{f.Text}”") : "";
        var wanted = Figure(figure.Required, f.Unit);
        var task = Say($"上级任务{name}要求 {sign}{wanted}", $"superior's task{name}: wanted {sign}{wanted}");
        return task + (f.Reading is null or { IsAbsent: true }
            ? Say("，没有填完成数", ", what was reached is not reported")
            : Say($"，实际 {words.Value(f)}", $", reached {words.Value(f)}"));
    }

    private string Exactly(Reason f)
    {
        var isMet = f.Proven == Status.Met;
        return f switch
        {
            SuperiorTaskReason { Task: null } => Say("正好完成", "exactly done"),
            CourseReason { Course: not Course.Improving } when isMet => Say("没有余量", "nothing to spare"),
            CourseReason { Course: Course.Improving } when !isMet => Say("没有改善", "no improvement"),
            _ => isMet ? Say("正好压线", "exactly at the limit")
                : Say("正好等于界限，不算达到", "exactly at the limit, which does not count"),
        };
    }

    private string Distance(Reason f, string by)
    {
        var isMet = f.Proven == Status.Met;
        return IsUpperLimit(f) switch
        {
            false when isMet => Say($"高出 {by}", $"{by} to spare"),
            true => isMet ? Say($"比上限低 {by}", $"{by} to spare") : Say($"超出 {by}", $"over by {by}"),
            _ when !isMet && f is RangeReason range && range.Reading?.Low > range.High => Say($"超出 {by}", $"over by {by}"),
            _ => isMet ? Say($"余量 {by}", $"{by} to spare") : Say($"还差 {by}", $"short by {by}"),
        };
    }

    // No space between Chinese words; one before a sign or figure.
    private string Wanted(FigureReason f)
    {
        var requirement = Requirement(f);
        return Say("≥≤＞＜0123456789−".Contains(requirement[0], StringComparison.Ordinal) ? "要求 " : "要求", "wanted ") + requirement;
    }

    private string Tolerance(CourseReason f) => f.Amount > 0
        ? Say($"（允许 {words.Then(Change(f), "波动")}）", $" (within {Change(f)})")
        : "";

    private string Change(CourseReason f) => words.Difference(Wording.Stated(f.Amount), f.Unit);

    // The name of the item or derived figure; empty for the row's own figure, which has the row's name.
    private string Item(FigureReason f) => f.Figure.IsItem ? f.Figure.Name.In(words.Language) : "";

    private string Of(FigureReason f) => Item(f) is { Length: > 0 } item ? item + ": " : "";

    private string OfItem(FigureReason f) => Item(f) is { Length: > 0 } item ? " of " + item : "";

    private string Possessive(FigureReason f) => Item(f) is { Length: > 0 } item ? $"“{item}”的" : "的";

    private string Kind(FigureReason f) => f is StateReason ? Say("状态", "state") : Say("数值", "figure");

    private string At(int year, string before = " of") => Say($" {year} 年", $"{before} {year}");

    private string Comma => Say("，", ", ");

    private static string Figure(decimal value, string unit) => Wording.WithUnit(Wording.Stated(value), unit);

    private static bool IsFigure(Reading? reading) => reading is { IsNumeric: true } or { Kind: ReadingKind.Quota };

    private string Say(string zh, string en) => words.Say(zh, en);
}
