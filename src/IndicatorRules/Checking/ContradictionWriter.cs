using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Checking;

/// <summary>A contradiction → one sentence, in one language.</summary>
internal sealed class ContradictionWriter(Language language)
{
    private readonly Wording _words = new(language);
    private readonly ConclusionWriter _sides = new(language);

    internal static LocalizedText Write(FoundContradiction found) =>
        new(new ContradictionWriter(Language.Zh).In(found), new ContradictionWriter(Language.En).In(found));

    /// <summary>Whether evidence is missing: a figure in another kind than asked, or none behind a claim.</summary>
    internal static bool IsLack(FoundContradiction c) => c.Kind
        is ContradictionKind.OtherUnit or ContradictionKind.LevelForChange or ContradictionKind.ChangeForLevel
        or ContradictionKind.RepeatsTarget or ContradictionKind.TrendUnproven;

    internal static LocalizedText Remedy(FoundContradiction c) => c.Kind switch
    {
        ContradictionKind.Differs => new("核对这几个数的出处，改正有误的一个", "Look these figures up and correct the wrong one"),
        ContradictionKind.Holds => new("核对这几个数的出处，改正有误的一个", "Look these figures up and correct the wrong one"),
        ContradictionKind.OtherUnit => new($"补上数值（{c.Origins[1].Said.Zh}）", $"Add the figure ({c.Origins[1].Said.En})"),
        ContradictionKind.LevelForChange => new("补上变化幅度；当年数值写到备注", "Add by how much it changed; note the level beside it"),
        ContradictionKind.ChangeForLevel => new("补上当年数值；变化幅度另填“变化率”", "Add this year's figure; give the change as such"),
        ContradictionKind.RepeatsTarget => new("补上实际数值", "Add the actual figure"),
        ContradictionKind.TrendUnproven => new(
            c.Year is { } year ? $"补上 {year} 年的数" : "补上以前年份的数",
            $"Add the figure of {(c.Year is { } of ? $"{of}" : "an earlier year")}"),
        ContradictionKind.MetWithoutTask => new(
            "“是否达标”不填“是”；上级下达过任务的，补上任务和完成数",
            "Do not report it as met; if a task was set, add it and what was done"),
        ContradictionKind.StageDropsTask or ContradictionKind.StageBelowTarget or ContradictionKind.StageBelowValue
            or ContradictionKind.StageStaysOnly or ContradictionKind.StageDropsPart =>
            new("提高这个阶段目标，或写明降低要求的理由", "Raise the dated target, or say why it asks less"),
        _ => new("查明应是约束性还是参考性，只留一种", "Find out which one is right and keep it alone"),
    };

    private string In(FoundContradiction c) => c.Kind switch
    {
        ContradictionKind.Differs => Differs(c),
        ContradictionKind.Holds => Say("不应出现：", "this should not be: ")
            + string.Join(Say("；", "; "), c.Terms.Select(t => $"{_sides.Side(t.Left)} {t.Sign} {_sides.Side(t.Right)}")),
        ContradictionKind.OtherUnit =>
            Row(c, $"应填数值（{Said(c, 1)}），填的却是“{Said(c, 0)}”",
                $"wants a figure ({Said(c, 1)}); “{Said(c, 0)}” is handed in"),
        ContradictionKind.LevelForChange =>
            Row(c, $"要填变化幅度（如下降率），填的是当年数值“{Said(c, 0)}”",
                $"asks by how much it changed; “{Said(c, 0)}” is handed in"),
        ContradictionKind.ChangeForLevel =>
            Row(c, $"要填当年数值，填的是变化幅度“{Said(c, 0)}”", $"asks how high it is; “{Said(c, 0)}” is handed in"),
        ContradictionKind.RepeatsTarget =>
            Row(c, $"现状值“{Said(c, 0)}”只是重复了指标值，没有实际数值",
                $"the value “{Said(c, 0)}” repeats the target and tells no figure"),
        ContradictionKind.TrendUnproven => Row(
            c, $"填报为“{Said(c, 0)}”，却没有{Earlier(c)}的数可比",
                $"is reported as “{Said(c, 0)}” with no {Earlier(c)} figure to compare"),
        ContradictionKind.MetWithoutTask =>
            Row(c, $"上级没有下达任务（“{Said(c, 1)}”），却填报为达标",
                $"is reported as met though no task was set (“{Said(c, 1)}”)"),
        ContradictionKind.StageDropsTask => Row(
            c, $"的“{Said(c, 1)}”不再要求完成上级任务，低于现行要求“{Said(c, 0)}”",
            $"“{Said(c, 1)}” no longer asks for the superior's task and is weaker than “{Said(c, 0)}”"),
        ContradictionKind.StageBelowTarget => Row(
            c, $"的“{Said(c, 1)}”低于现行指标值“{Said(c, 0)}”",
            $"“{Said(c, 1)}” is weaker than the present target “{Said(c, 0)}”"),
        ContradictionKind.StageBelowValue => Row(
            c, $"的“{Said(c, 1)}”低于已经达到的 {Said(c, 0)}，等于允许退步",
            $"“{Said(c, 1)}” asks less than the {Said(c, 0)} reached already"),
        ContradictionKind.StageStaysOnly => Row(
            c, $"的“{Said(c, 1)}”只要求保持，弱于现行要求“{Said(c, 0)}”",
            $"“{Said(c, 1)}” asks to stay as it is, where “{Said(c, 0)}” asks to improve now"),
        ContradictionKind.StageDropsPart => Row(
            c, $"的“{Said(c, 1)}”没有再写“{Said(c, 0)}”的要求",
            $"“{Said(c, 1)}” says nothing of “{Said(c, 0)}” any more"),
        _ => Row(c, "同一级印了两种指标属性", "two bindings are printed for one level"),
    };

    private string Differs(FoundContradiction c)
    {
        var (one, other) = c.Sides;
        var apart = one.Low >= other.High ? Quantity.Above(one, other) : Quantity.Above(other, one);
        var more = apart.LowOpen ? Say("超过 ", "more than ") : "";
        var within = c.By > 0 ? Say($"（允许 {Wording.Number(c.By)}）", $" ({Wording.Number(c.By)} is allowed)") : "";
        return Say(
            $"{_sides.Side(one)} 与 {_sides.Side(other)} 不一致，相差{(more.Length > 0 ? more : " ")}{Short(apart.Least)}{within}",
            $"{_sides.Side(one)} and {_sides.Side(other)} do not agree, they are {more}{Short(apart.Least)} apart{within}");
    }

    private string Row(FoundContradiction c, string zh, string en)
    {
        var origin = c.Origins[0];
        return Say($"第{origin.Number}项“{origin.Name.Zh}”{zh}", $"row {origin.Number}, “{origin.Name.En}”: {en}");
    }

    private string Said(FoundContradiction c, int index) => c.Origins[index].Said.In(language).Replace('\n', ' ');

    private string Earlier(FoundContradiction c) => c.Year is { } year ? Say($" {year} 年", $"{year}") : Say("以前年份", "earlier");

    private static string Short(decimal? value) => value is { } v ? Wording.Number(Math.Round(v, 4)) : "—";

    private string Say(string zh, string en) => _words.Say(zh, en);
}
