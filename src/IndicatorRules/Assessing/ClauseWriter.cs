using IndicatorRules.Contract.Findings;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Assessing;

/// <summary>One clause → its operands and what is asked of them, without the outcome.</summary>
internal sealed class ClauseWriter(Wording words)
{
    internal string Write(Finding f) => f.Clause switch
    {
        Clause.AtLeast or Clause.MoreThan or Clause.AtMost or Clause.LessThan or Clause.Between => Threshold(f),
        Clause.StateIs or Clause.StateReached => State(f),
        Clause.StableOrImproving or Clause.Improving or Clause.NotReduced or Clause.ChangeAtLeast or Clause.ChangeAtMost => Course(f),
        Clause.TaskAtLeast or Clause.TaskAtMost => Task(f),
        Clause.TaskQuota => Say($"上级任务：已完成/任务数 {f.Reading?.Text}", $"superior's task: done of set {f.Reading?.Text}"),
        Clause.TaskSaid => Say($"上级任务：填报为“{f.Text}”", $"superior's task: reported as “{f.Text}”"),
        Clause.TaskNoneSet => Say($"上级任务：{Or(f.Text, "上级未下达")}", $"superior's task: none set ({Or(f.Text, "上级未下达")})"),
        Clause.TaskNotStated => Say($"未填报 {Wording.Year(f.Year)} 年上级任务及完成情况", $"the superior's task of {Wording.Year(f.Year)} is not reported"),
        Clause.DoesNotApply => $"{Subject(f)} {f.Reading?.Text}",
        Clause.Unknown or Clause.Exempt => f.Text,
        Clause.Undecided => Say("规则按一个尚不能确定的数值分情况：", "the rule branches on a figure that does not decide: ")
            + string.Join("", f.Parts.Select(Write)),
        _ => new FaultWriter(words).Write(("规则", "the rule"), f.Text, f.Line),
    };

    internal string Requirement(Finding f) => f.Clause switch
    {
        _ when f.Against is not null => Against(f),
        Clause.AtLeast => "≥ " + Figure(f.Threshold, f.Unit),
        Clause.MoreThan => "＞ " + Figure(f.Threshold, f.Unit),
        Clause.AtMost => "≤ " + Figure(f.Threshold, f.Unit),
        Clause.LessThan => "＜ " + Figure(f.Threshold, f.Unit),
        Clause.Between => $"{Wording.Number(f.Threshold!.Value)}–{Figure(f.UpperThreshold, f.Unit)}",
        Clause.StateIs => StateName(f),
        Clause.StateReached => Say($"达到“{StateName(f)}”", $"“{StateName(f)}” or beyond"),
        Clause.StableOrImproving => Say("保持稳定或持续改善", "stable or improving") + Tolerance(f),
        Clause.Improving => Say("持续改善", "improving"),
        Clause.NotReduced => Say("不减少、不降低", "not reduced") + Tolerance(f),
        Clause.ChangeAtLeast => Say("变化 ≥ ", "change ≥ ") + Figure(f.Threshold, f.Unit),
        Clause.ChangeAtMost => Say("变化 ≤ ", "change ≤ ") + Figure(f.Threshold, f.Unit),
        _ => "",
    };

    internal string Subject(Finding f) => f.Figure is { IsItem: true } item ? item.Name.In(words.Language) : Say("现状值", "value");

    internal string StateName(Finding f) =>
        f.Figure?.States.FirstOrDefault(s => s.Id == f.Text)?.Text.In(words.Language) ?? f.Text;

    private string Threshold(Finding f) => IsFigure(f.Reading)
        ? $"{Subject(f)} {Wording.Value(f)}{Comma}{Wanted(f)}"
        : Say($"缺少 {Wording.Year(f.Year)} 年{Named(f)}的数值{Comma}{Wanted(f)}", $"no {Wording.Year(f.Year)} figure of {Named(f)}{Comma}{Wanted(f)}");

    // ≥ 忻州市平均 54 %; a figure that is not there is said to be missing, with the other's name.
    private string Against(Finding f)
    {
        var sign = f.Clause switch { Clause.AtLeast => "≥", Clause.MoreThan => "＞", Clause.AtMost => "≤", _ => "＜" };
        var times = f.Times is { } t && t != 1 ? $" {Wording.Number(t)} ×" : "";
        var number = f.Threshold is null ? Say($"（无 {Wording.Year(f.ReferenceYear)} 年数值）", $" (no {Wording.Year(f.ReferenceYear)} figure)") : Say($"（{Figure(f.Threshold, f.Unit)}）", $" ({Figure(f.Threshold, f.Unit)})");
        return $"{sign}{times} {words.Name(f.Against)}{number}";
    }

    private string State(Finding f)
    {
        var year = Wording.Year(f.Year);
        if (f.Reading is null or { IsAbsent: true })
        {
            return Say($"缺少 {year} 年{Named(f)}的状态{Comma}{Wanted(f)}", $"no {year} state of {Named(f)}{Comma}{Wanted(f)}");
        }

        return f.Figure!.StateOf(f.Reading.Text) is not null
            ? $"{Subject(f)} {f.Reading.Text}{Comma}{Wanted(f)}"
            : Say(
                $"{Named(f)} {year} 年的状态“{f.Reading.Text}”不在体系所列之内{Comma}{Wanted(f)}",
                $"the {year} state of {Named(f)}, “{f.Reading.Text}”, is none that the scheme lists{Comma}{Wanted(f)}");
    }

    private string Course(Finding f)
    {
        var (year, from) = (Wording.Year(f.Year), Wording.Year(f.ReferenceYear));
        if (f.PrintedChange is { } change)
        {
            return Say(
                $"{Named(f)}比 {from} 年变化 {Wording.Signed(change)}%（来源所载）{Comma}{Wanted(f)}",
                $"{Named(f)} changed by {Wording.Signed(change)} % since {from} (as the source prints){Comma}{Wanted(f)}");
        }

        if (f.Reading is null or { IsAbsent: true } || f.Reference is null)
        {
            var missing = f.Reference is null && f.Reading is { IsAbsent: false } ? from : f.Reference is null ? $"{from}{Say("、", " and ")}{year}" : year;
            return Say($"缺少 {missing} 年{Named(f)}的数值，无从比较{Comma}{Wanted(f)}", $"no {missing} figure of {Named(f)} to compare{Comma}{Wanted(f)}");
        }

        var before = Wording.Value(f.Reference, f.Unit);
        return Say(
            $"{Subject(f)} {year} 年 {Wording.Value(f)}，{from} 年 {before}{Comma}{Wanted(f)}",
            $"{Subject(f)} {Wording.Value(f)} in {year}, {before} in {from}{Comma}{Wanted(f)}");
    }

    private string Task(Finding f)
    {
        var sign = f.Clause == Clause.TaskAtLeast ? "≥" : "≤";
        return Say(
            $"上级任务 {f.Text} {sign} {Figure(f.Threshold, f.Unit)}，实际 {Wording.Value(f)}",
            $"superior's task {f.Text} {sign} {Figure(f.Threshold, f.Unit)}, reached {Wording.Value(f)}");
    }

    // Between Chinese words no space; before a sign or figure one.
    private string Wanted(Finding f)
    {
        var requirement = Requirement(f);
        return Say("≥≤＞＜0123456789".Contains(requirement[0], StringComparison.Ordinal) ? "要求 " : "要求", "wanted ") + requirement;
    }

    private string Tolerance(Finding f) => f.Threshold is > 0 and { } t
        ? Say($"（允许 {Figure(t, f.Unit)} 波动）", $" (within {Figure(t, f.Unit)})")
        : "";

    private string Named(Finding f) => words.Name(f.Figure);

    private string Comma => Say("，", ", ");

    private static string Figure(decimal? value, string unit) =>
        value is { } v ? Wording.WithUnit(Wording.Number(v), unit) : "?";

    private static bool IsFigure(Reading? reading) => reading is { IsNumeric: true } or { Kind: ReadingKind.Quota };

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

    private string Say(string zh, string en) => words.Say(zh, en);
}
