using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Tests.Assessing;

/// <summary>The sentences of each kind of step, letter by letter.</summary>
public sealed class ReasonSentencesTests
{
    private static readonly Situation Plain = new() { Own = Situation.Figure("x") with { Name = new("治理率", "Rate") } };

    private static readonly Situation People = new()
    {
        Own = Situation.Figure(
        "x", unit: "人") with
        { Name = new("人数", "People") },
        BaseYear = 2020
    };

    public static TheoryData<string, string> Sentences => new()
    {
        { "value-above", "现状值 28%，要求 ≥20%：达标，高出 8 个百分点" },
        { "value-below", "现状值 28%，要求 ≥30%：未达标，还差 2 个百分点" },
        { "value-at", "现状值 28%，要求 ≥28%：达标，正好压线" },
        { "value-at-strict", "现状值 28%，要求 ＞28%：未达标，正好等于界限，不算达到" },
        { "value-under-cap", "现状值 28%，要求 ≤30%：达标，比上限低 2 个百分点" },
        { "value-over-cap", "现状值 28%，要求 ≤20%：未达标，超出 8 个百分点" },
        { "between-over", "现状值 28%，要求 10–20%：未达标，超出 8 个百分点" },
        { "range", "现状值 15–30%，要求 ≥20%：无法判定" },
        { "missing", "没有填报 2022 年的数值，要求 ≥20%：无法判定" },
        { "missing-between", "没有填报 2022 年的数值，要求 10–20%：无法判定" },
        { "missing-claimed", "没有填报 2022 年的数值，要求 ≥20%：达标（按填报计，未经数据核实）" },
        { "not-concerned", "填的是“不涉及”，本行不认作不适用，要求 ≥20%：无法判定" },
        { "words", "填的是“约28”，不是能比较的数值，要求 ≥20%：无法判定" },
        { "course-missing", "没有 2021 年的数，不能比较，要求保持稳定或持续改善：无法判定" },
        { "course-same-year", "2022 年不能同 2022 年比较，要求变化 ≥0 个百分点：无法判定" },
        { "course-no-base-year", "体系没有规定基年，不能比较，要求持续改善：无法判定" },
        { "course-printed", "比 2021 年变化 −32.4%（按材料所载），要求保持稳定或持续改善：未达标" },
        { "nested",
            "任一即可：（现状值 28%，要求 ≥50%：未达标，还差 22 个百分点；并且现状值 28%，要求 ≤60%：达标，比上限低 32 个百分点）；或"
            + "（现状值 28%，要求 ≥10%：达标，高出 18 个百分点；并且现状值 28%，要求 ≤20%：未达标，超出 8 个百分点）" },
        { "sum", "2020 年以后累计 40 人，要求 ≥100 人：未达标，还差 60 人" },
        { "sum-missing", "算不出 2020 年以后累计（缺 2021 年），要求 ≥100 人：无法判定" },
        { "average", "3 年平均 5.0333 人，要求 ≥5 人：达标，高出 0.0333 人" },
        { "task-silent", "上级任务填的是已完成，没有写完成数：达标（按填报计，未经数据核实）" },
        { "task-figures", "上级任务“用水总量”要求 ≤1980 万立方米，实际 2011 万立方米：未达标，超出 31 万立方米" },
        { "task-nameless", "上级任务要求 ≥5 座，没有填完成数：无法判定" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Write_Step_SaysExactly(string name, string sentence)
    {
        var verdict = Judge(name);
        Assert.Equal(sentence, Assert.Single(Written(verdict, Language.Zh)));
        Assert.NotEmpty(Assert.Single(Written(verdict, Language.En)));
    }

    [Theory]
    [InlineData("2020 年以后累计须 ≥100 人，到 2022 年已累计 40 人，还差 60 人，平均每年须增加 20 人", Language.Zh)]
    [InlineData("sum after 2020: ≥100 人 is needed; 40 人 so far (2022), short by 60 人: up by 20 人 a year is needed", Language.En)]
    public void Outlook_SumOfYears_SaysWhatThereIsAndWhatIsNeeded(string sentence, Language language) => Assert.Equal(
        sentence,
        Assert.Single(Outlook(People.With(2021, Is(20)).With(2022, Is(20)), r => r.SumAfter(Since.BaseYear).AtLeast(100), language)));

    [Fact]
    public void Outlook_Others_SayTheirYearsAndPace()
    {
        Assert.Equal(
            ["现状值须 ≥100%，2022 年为 92.5%，还差 7.5 个百分点，平均每年须提高 2.5 个百分点"],
            Outlook(Plain.With(2022, Is(92.5m)), r => r.AtLeast(100), Language.Zh));
        Assert.Equal(
            ["2020 年以后累计（缺 2021 年）须 ≥100 人，现在还算不出"],
            Outlook(People.With(2022, Is(20)), r => r.SumAfter(Since.BaseYear).AtLeast(100), Language.Zh));
        Assert.Equal(
            ["比 2020 年的变化率须 ≤−15%，2022 年为 −9%，超出 6 个百分点，平均每年须降低 2 个百分点"],
            Outlook(People.With(2020, Is(100)).With(2022, Is(91)), r => r.ChangePercent(Since.BaseYear).AtMost(-15), Language.Zh));
        Assert.Equal(
            ["2020 年以后累计须 ≤100 人，到 2022 年已累计 40 人，还可有 60 人，平均每年不超过 20 人"],
            Outlook(People.With(2021, Is(20)).With(2022, Is(20)), r => r.SumAfter(Since.BaseYear).AtMost(100), Language.Zh));
    }

    [Theory]
    [InlineData(28, 20, "“治理率”余量 8 个百分点：低于 20% 即未达标")]
    [InlineData(20, 20, "“治理率”正好压线，再低一点即未达标")]
    [InlineData(28, 30, "“治理率”再提高 2 个百分点（到 30%）即达标")]
    public void Flip_OfAFigure_SaysHowFarAndWhere(int value, int threshold, string sentence)
    {
        var verdict = Plain.With(2022, Is(value)).Judge(r => r.AtLeast(threshold), withReasons: true);
        Assert.Equal(sentence, Assert.Single(Flip.Each(verdict.Reason!)).Sentence(verdict.Claimed, Language.Zh));
    }

    [Fact]
    public void Flip_OfTasksInSeveralUnits_NamesEachInItsOwn()
    {
        var task = new SuperiorTaskFacts
        {
            State = SuperiorTaskState.Figures,
            Figures = [new("用水总量", "万立方米", 1980, true, Reading.Number(1898)), new("下降率", "%", 1, false, Reading.Number(32.4m))],
        };
        var verdict = Plain.With(2022, new IndicatorFacts { Id = "x", Own = Is(1), SuperiorTask = task })
            .Judge(r => r.SuperiorTask.Completed(), withReasons: true);
        Assert.Equal(
            ["上级任务“用水总量”余量 82 万立方米：高于 1980 万立方米即未达标", "上级任务“下降率”余量 31.4 个百分点：低于 1% 即未达标"],
            Flip.Each(verdict.Reason!).Select(f => f.Sentence(verdict.Claimed, Language.Zh)));
        Assert.Equal("用水总量", Assert.IsType<SuperiorTaskReason>(Flip.Of(verdict.Reason!)!.Reason).Text);
    }

    private static Verdict Judge(string name)
    {
        var now = Plain.With(2022, Is(28));
        var none = Plain.With(2022, Fact.Unknown);
        return name switch
        {
            "value-above" => Of(now, r => r.AtLeast(20)),
            "value-below" => Of(now, r => r.AtLeast(30)),
            "value-at" => Of(now, r => r.AtLeast(28)),
            "value-at-strict" => Of(now, r => r.MoreThan(28)),
            "value-under-cap" => Of(now, r => r.AtMost(30)),
            "value-over-cap" => Of(now, r => r.AtMost(20)),
            "between-over" => Of(now, r => r.Between(10, 20)),
            "range" => Of(Plain.With(2022, new Fact { Value = Reading.Range(15, 30, "15%至30%") }), r => r.AtLeast(20)),
            "missing" => Of(none, r => r.AtLeast(20)),
            "missing-between" => Of(none, r => r.Between(10, 20)),
            "missing-claimed" => Of(Plain.With(2022, Fact.Unknown with { ReportedMet = true }), r => r.AtLeast(20)),
            "not-concerned" => Of(
                (Plain with { Own = Plain.Own with { Absence = new(NothingOfTheKind: Status.Undetermined) } })
                    .With(2022, new Fact { Value = Reading.Absent(AbsenceKind.NothingOfTheKind, "不涉及") }),
                r => r.AtLeast(20)),
            "words" => Of(Plain.With(2022, new Fact { Value = Reading.Words("约28") }), r => r.AtLeast(20)),
            "course-missing" => Of(now, r => r.StableOrImproving()),
            "course-same-year" => Of(now with { BaseYear = 2022 }, r => r.ChangeAtLeast(0, Since.BaseYear)),
            "course-no-base-year" => Of(now, r => r.Improving(Since.BaseYear)),
            "course-printed" => Of(Plain.With(2022, Fact.Unknown with { Change = new(-32.4m, 2021) }), r => r.StableOrImproving()),
            "nested" => Of(now, r => (r.AtLeast(50) & r.AtMost(60)) | (r.AtLeast(10) & r.AtMost(20))),
            "sum" => Of(People.With(2021, Is(20)).With(2022, Is(20)), r => r.SumAfter(Since.BaseYear).AtLeast(100)),
            "sum-missing" => Of(People.With(2022, Is(20)), r => r.SumAfter(Since.BaseYear).AtLeast(100)),
            "average" => Of(People.With(2020, Is(5.2m)).With(2021, Is(4.9m)).With(2022, Is(5)), r => r.AverageOver(3).AtLeast(5)),
            "task-silent" => Task(new SuperiorTaskFacts { State = SuperiorTaskState.SaidCompleted }),
            "task-figures" => Task(
                new SuperiorTaskFacts
                {
                    State = SuperiorTaskState.Figures,
                    Figures = [new("用水总量", "万立方米", 1980, true, Reading.Number(2011))]
                }),
            _ => Task(new SuperiorTaskFacts
            {
                State = SuperiorTaskState.Figures,
                Figures = [new("", "座", 5, false, Reading.Absent(AbsenceKind.NotReported))]
            }),
        };
    }

    private static Verdict Task(SuperiorTaskFacts task) =>
        Of(Plain.With(2022, new IndicatorFacts { Id = "x", Own = Fact.Unknown, SuperiorTask = task }), r => r.SuperiorTask.Completed());

    private static Verdict Of(Situation situation, Func<TestRule, Verdict> rule) => situation.Judge(rule, withReasons: true);

    private static Fact Is(decimal value) => new() { Value = Reading.Number(value) };

    private static IEnumerable<string> Written(Verdict verdict, Language language) =>
        new ReasonWriter(language, Evidence.Declared, new SchemeLabels(null, language)).Write(verdict.Reason!);

    private static IEnumerable<string> Outlook(Situation situation, Func<TestRule, Verdict> rule, Language language) =>
        new OutlookWriter(language, 2025, Situation.Now, new SchemeLabels(null, language))
            .Write(Of(situation with { Year = 2025 }, rule).Reason!);
}
