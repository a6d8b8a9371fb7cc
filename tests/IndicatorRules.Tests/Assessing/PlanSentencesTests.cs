using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Tests.Assessing;

/// <summary>What the words for the course of a plan say, letter by letter.</summary>
public sealed class PlanSentencesTests
{
    private static readonly Situation Rate = new()
    {
        Own = Situation.Figure("x") with { Name = new("治理率", "Rate") },
        BaseYear = 2020,
        Items =
        [
            Situation.Figure("First", unit: "人") with { Name = new("甲项", "First"), IsItem = true },
            Situation.Figure("Second", unit: "人") with { Name = new("乙项", "Second"), IsItem = true },
        ],
    };

    private static readonly Situation Since2020 = Rate.With(2020, Is(10.4m)).With(2021, Is(11)).With(2022, Is(11.1m));

    private static readonly Situation Items = Rate.With(2022, new IndicatorFacts
    {
        Id = "x",
        Own = Fact.Unknown,
        Items = [new ItemFact("First", Is(20)), new ItemFact("Second", Is(30))],
    });

    public static TheoryData<string, string, string> Sentences => new()
    {
        {
            "track",
            "现状值 11.1%，要求 ≥11.12%（2022 年进度，2020 年 10.4%，2030 年 14%）：未达标"
            + "，还差 0.02 个百分点",
            "value 11.1%, wanted ≥11.12% (on the way from 10.4% in 2020 to 14% in 2030): not met, short by 0.02"
            + " percentage points"
        },
        {
            "track-third",
            "现状值 11.1%，要求 ≥10.9333%（2022 年进度，2020 年 10.4%，2023 年 11.2%）：达标"
            + "，高出 0.1667 个百分点",
            "value 11.1%, wanted ≥10.9333% (on the way from 10.4% in 2020 to 11.2% in 2023): met, 0.1667 percen"
            + "tage points to spare"
        },
        {
            "track-due",
            "现状值 11.1%，要求 ≥14%（2022 年目标）：未达标，还差 2.9 个百分点",
            "value 11.1%, wanted ≥14% (the target of 2022): not met, short by 2.9 percentage points"
        },
        {
            "track-no-base",
            "现状值 11.1%，要求跟上 2022 年进度（2030 年目标 14%），没有 2020 年的数：无"
            + "法判定",
            "value 11.1%, wanted on the way of 2022 (to 14% by 2030), but there is no figure of 2020: undetermine"
            + "d"
        },
        {
            "track-no-base-year",
            "现状值 11.1%，要求跟上 2022 年进度（2030 年目标 14%），体系没有规定基年："
            + "无法判定",
            "value 11.1%, wanted on the way of 2022 (to 14% by 2030), but the scheme names no base year: undeterm"
            + "ined"
        },
        {
            "track-in-base-year",
            "现状值 11.1%，要求跟上 2022 年进度（2030 年目标 14%），2022 年是起点，到 2022"
            + " 年还谈不上进度：无法判定",
            "value 11.1%, wanted on the way of 2022 (to 14% by 2030), but the way begins in 2022: undetermined"
        },
        {
            "track-steps",
            "现状值 11.1%，要求 ≥11.3333%（2022 年进度，2021 年 11%，2024 年 12%）：未达标"
            + "，还差 0.2333 个百分点",
            "value 11.1%, wanted ≥11.3333% (on the way from 11% in 2021 to 12% in 2024): not met, short by 0.23"
            + "33 percentage points"
        },
        {
            "track-step",
            "现状值 11.1%，要求 ≥12%（2022 年分年目标）：未达标，还差 0.9 个百分点",
            "value 11.1%, wanted ≥12% (the plan's step of 2022): not met, short by 0.9 percentage points"
        },
        {
            "growth",
            "2020 年以来年均增长率 3.3106%，要求 ≥5%：未达标，还差 1.6894 个百分点",
            "average yearly growth since 2020 3.3106%, wanted ≥5%: not met, short by 1.6894 percentage points"
        },
        {
            "growth-zero",
            "算不出 2020 年以来年均增长率（2020 年的数不大于 0），要求 ≥5%：无法判定",
            "average yearly growth since 2020 (the figure of 2020 is not above 0) cannot be worked out, wanted "
            + "≥5%: undetermined"
        },
        {
            "growth-missing",
            "算不出 2020 年以来年均增长率（缺 2020 年），要求 ≥5%：无法判定",
            "average yearly growth since 2020 (no figure of 2020) cannot be worked out, wanted ≥5%: undetermine"
            + "d"
        },
        {
            "chained",
            "2020 年以后年均增速 11.05%，要求 ≥11%：达标，高出 0.05 个百分点",
            "chained yearly growth since 2020 11.05%, wanted ≥11%: met, 0.05 percentage points to spare"
        },
        {
            "lowest",
            "2 年最低值 11%，要求 ≥11%：达标，正好压线",
            "lowest of 2 years 11%, wanted ≥11%: met, exactly at the limit"
        },
        {
            "lowest-missing",
            "2 年最低值（缺 2021 年） ≤11.1%，要求 ≥11%：无法判定",
            "lowest of 2 years (no figure of 2021) ≤11.1%, wanted ≥11%: undetermined"
        },
        {
            "each-year",
            "2021 年的数 11%，要求 ≥11.05%：未达标，还差 0.05 个百分点 / 2022 年的数 11.1%"
            + "，要求 ≥11.05%：达标，高出 0.05 个百分点",
            "value of 2021 11%, wanted ≥11.05%: not met, short by 0.05 percentage points / value of 2022 11.1%,"
            + " wanted ≥11.05%: met, 0.05 percentage points to spare"
        },
        {
            "each-year-missing",
            "没有填报 2021 年的数值，要求 ≥11%：无法判定 / 2022 年的数 11.1%，要求 ≥11%"
            + "：达标，高出 0.1 个百分点",
            "no 2021 figure is reported, wanted ≥11%: undetermined / value of 2022 11.1%, wanted ≥11%: met, 0"
            + ".1 percentage points to spare"
        },
        {
            "about",
            "现状值 11.1%，要求 11% 左右：达标，余量 0.1 个百分点",
            "value 11.1%, wanted about 11%: met, 0.1 percentage points to spare"
        },
        {
            "about-open",
            "现状值 11.1%，要求 12% 左右，差多少还算“左右”没有规定：无法判定",
            "value 11.1%, wanted about 12%, and how far off still counts is not said: undetermined"
        },
        {
            "about-wide",
            "现状值 11.1%，要求 12% 左右（可差 0.2 个百分点）：未达标，还差 0.7 个百分"
            + "点",
            "value 11.1%, wanted about 12% (within 0.2 percentage points): not met, short by 0.7 percentage point"
            + "s"
        },
        {
            "readings",
            "“持续改善”没有写明比哪几年（与上年比，2022 年 11.1%，2021 年 12%，要求"
            + "持续改善：未达标，还差 0.9 个百分点；与基年比，2022 年 11.1%，2020 年 10.4%"
            + "，要求持续改善：达标，余量 0.7 个百分点；逐年比，（2022 年 11.1%，2021 年 "
            + "12%，要求持续改善：未达标，还差 0.9 个百分点；并且 2021 年 12%，2020 年 10.4"
            + "%，要求持续改善：达标，余量 1.6 个百分点）），几种理解结论不一：无法"
            + "判定",
            "“improving” does not say over which years (against the year before, 11.1% in 2022, 12% in 2021, "
            + "wanted improving: not met, short by 0.9 percentage points; against the base year, 11.1% in 2022, 10."
            + "4% in 2020, wanted improving: met, 0.7 percentage points to spare; each year, (11.1% in 2022, 12% in"
            + " 2021, wanted improving: not met, short by 0.9 percentage points; and 12% in 2021, 10.4% in 2020, wa"
            + "nted improving: met, 1.6 percentage points to spare)), and its readings differ: undetermined"
        },
        {
            "readings-agree",
            "“持续保持稳定或改善”没有写明比哪几年（与上年比，2022 年 11.1%，2021 年"
            + " 11%，要求保持稳定或持续改善：达标，余量 0.1 个百分点；与基年比，2022 "
            + "年 11.1%，2020 年 10.4%，要求保持稳定或持续改善：达标，余量 0.7 个百分点；"
            + "逐年比，（2022 年 11.1%，2021 年 11%，要求保持稳定或持续改善：达标，余量 0"
            + ".1 个百分点；并且 2021 年 11%，2020 年 10.4%，要求保持稳定或持续改善：达标"
            + "，余量 0.6 个百分点）），几种理解结论相同：达标",
            "“stable or improving” does not say over which years (against the year before, 11.1% in 2022, 11%"
            + " in 2021, wanted stable or improving: met, 0.1 percentage points to spare; against the base year, 11"
            + ".1% in 2022, 10.4% in 2020, wanted stable or improving: met, 0.7 percentage points to spare; each ye"
            + "ar, (11.1% in 2022, 11% in 2021, wanted stable or improving: met, 0.1 percentage points to spare; an"
            + "d 11% in 2021, 10.4% in 2020, wanted stable or improving: met, 0.6 percentage points to spare)), and"
            + " its readings agree: met"
        },
        {
            "ratio",
            "甲项 20 人，要求 ≥2/3 × 乙项（20 人）：达标，正好压线",
            "First 20 人, wanted ≥2/3 × Second (20 人): met, exactly at the limit"
        },
        {
            "less",
            "乙项减甲项 10 人，要求 ≥12 人：未达标，还差 2 人",
            "Second less First 10 人, wanted ≥12 人: not met, short by 2 人"
        },
        {
            "less-missing",
            "算不出乙项减甲项（缺“乙项”、“甲项” 2022 年的数），要求 ≥12 人：无"
            + "法判定",
            "Second less First (no figure of 2022 for Second, First) cannot be worked out, wanted ≥12 人: unde"
            + "termined"
        },
        {
            "over",
            "甲项与乙项之比 0.6667，要求 ≥0.6：达标，高出 0.0667",
            "First over Second 0.6667, wanted ≥0.6: met, 0.0667 to spare"
        },
        {
            "times",
            "（甲项的 10 倍）加乙项 230 人，要求 ≤230 人：达标，正好压线",
            "(First times 10) plus Second 230 人, wanted ≤230 人: met, exactly at the limit"
        },
        {
            "steps-fault",
            "规则出错：`OnTrack` 的分年目标“2021-11”读不懂（第 7 行）：无法判定",
            "the rule failed: the steps of `OnTrack`, “2021-11”, cannot be read (line 7): undetermined"
        },
        {
            "due-fault",
            "规则出错：`OnTrack` 的目标年 2020 不在起始年 2020 之后（第 7 行）：无法判"
            + "定",
            "the rule failed: the target of `OnTrack` is due in 2020, not after 2020, where its way begins (line "
            + "7): undetermined"
        },
        {
            "part-fault",
            "规则出错：`Ratio(0, 3)` 的两个数都须大于 0（第 7 行）：无法判定",
            "the rule failed: both numbers of `Ratio(0, 3)` must be above 0 (line 7): undetermined"
        },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Write_Step_SaysExactly(string name, string zh, string en)
    {
        var verdict = Judge(name);
        Assert.Equal(zh, string.Join(" / ", Written(verdict, Language.Zh)));
        Assert.Equal(en, string.Join(" / ", Written(verdict, Language.En)));
    }

    public static TheoryData<string, string, string> Outlooks => new()
    {
        {
            "track",
            "现状值须 ≥11.84%（2024 年进度，2020 年 10.4%，2030 年 14%），2022 年为 11.1%，还"
            + "差 0.74 个百分点，平均每年须提高 0.37 个百分点",
            "value: ≥11.84% (on the way from 10.4% in 2020 to 14% in 2030) is needed; 11.1% in 2022, short by 0"
            + ".74 percentage points: up by 0.37 percentage points a year is needed"
        },
        {
            "growth",
            "2020 年以来年均增长率须 ≥5%，2022 年为 3.3106%，还差 1.6894 个百分点，以后"
            + "平均每年须增长 6.7171%",
            "average yearly growth since 2020: ≥5% is needed; 3.3106% in 2022, short by 1.6894 percentage point"
            + "s: 6.7171% a year is needed from now on"
        },
        { "each-year", "到 2024 年每年须 ≥11.05%", "≥11.05% is needed each year until 2024" },
        {
            "about",
            "现状值须 11% 左右，2022 年为 11.1%，已达到，保持即可",
            "value: about 11% is needed; 11.1% in 2022, which is enough: keep it"
        },
        {
            "readings",
            "没有写明“持续”比哪几年：现状值须持续改善（2024 年与 2023 年相比），20"
            + "22 年为 11.1%；或现状值须持续改善（2024 年与 2020 年相比），2022 年为 11.1%；"
            + "或自基年起逐年如此",
            "over which years is not said: value: improving is needed (2024 against 2023), 11.1% in 2022; or valu"
            + "e: improving is needed (2024 against 2020), 11.1% in 2022; or the same each year since the base year"
        },
        {
            "less",
            "乙项减甲项须 ≥12 人，2022 年为 10 人，还差 2 人，平均每年须提高 1 人",
            "Second less First: ≥12 人 is needed; 10 人 in 2022, short by 2 人: up by 1 人 a year is needed"
        },
        {
            "lowest",
            "2 年最低值须 ≥11%，2022 年为 11%，已达到，保持即可",
            "lowest of 2 years: ≥11% is needed; 11% in 2022, which is enough: keep it"
        },
    };

    [Theory]
    [MemberData(nameof(Outlooks))]
    public void Outlook_Step_SaysWhatIsNeeded(string name, string zh, string en)
    {
        var reason = Judge(name, year: 2024).Reason!;
        Assert.Equal(zh, string.Join(" / ", new OutlookWriter(Language.Zh, 2024, 2022, new SchemeLabels(null, Language.Zh)).Write(reason)));
        Assert.Equal(en, string.Join(" / ", new OutlookWriter(Language.En, 2024, 2022, new SchemeLabels(null, Language.En)).Write(reason)));
    }

    [Theory]
    [InlineData("track", "“治理率”再提高 0.02 个百分点（到 11.12%）即达标")]
    [InlineData("each-year", "2021 年“治理率”再提高 0.05 个百分点（到 11.05%）即达标")]
    public void Flip_OfAWord_SaysHowFar(string name, string sentence)
    {
        var verdict = Judge(name);
        Assert.Equal(sentence, Assert.Single(Flip.Each(verdict.Reason!)).Sentence(verdict.Claimed, Language.Zh));
    }

    private static Verdict Judge(string name, int year = Situation.Now)
    {
        var (rate, items) = (Since2020 with { Year = year }, Items with { Year = year });
        var alone = Rate.With(2022, Is(11.1m));
        return name switch
        {
            "track" => Of(rate, r => r.OnTrack(14, 2030)),
            "track-third" => Of(rate, r => r.OnTrack(11.2m, 2023)),
            "track-due" => Of(rate, r => r.OnTrack(14, 2022)),
            "track-no-base" => Of(alone, r => r.OnTrack(14, 2030)),
            "track-no-base-year" => Of(alone with { BaseYear = null }, r => r.OnTrack(14, 2030)),
            "track-in-base-year" => Of(alone with { BaseYear = 2022 }, r => r.OnTrack(14, 2030)),
            "track-steps" => Of(rate, r => r.OnTrack("2021: 11, 2024: 12")),
            "track-step" => Of(rate, r => r.OnTrack("2021: 11, 2022: 12, 2025: 15")),
            "growth" => Of(rate, r => r.AverageGrowth(Since.BaseYear).AtLeast(5)),
            "growth-zero" => Of(rate.With(2020, Is(0)), r => r.AverageGrowth(Since.BaseYear).AtLeast(5)),
            "growth-missing" => Of(alone, r => r.AverageGrowth(Since.BaseYear).AtLeast(5)),
            "chained" => Of(rate, r => r.ChainedGrowth(Since.BaseYear).AtLeast(11)),
            "lowest" => Of(rate, r => r.Lowest(2).AtLeast(11)),
            "lowest-missing" => Of(alone, r => r.Lowest(2).AtLeast(11)),
            "each-year" => Of(rate, r => r.EachYear(2, y => y.AtLeast(11.05m))),
            "each-year-missing" => Of(alone, r => r.EachYear(2, y => y.AtLeast(11))),
            "about" => Of(rate, r => r.About(11)),
            "about-open" => Of(rate, r => r.About(12)),
            "about-wide" => Of(rate, r => r.About(12, within: 0.2m, unclear: 0.5m)),
            "readings" => Of(rate.With(2021, Is(12)), r => r.ContinuouslyImproving()),
            "readings-agree" => Of(rate, r => r.ContinuouslyStableOrImproving()),
            "ratio" => Of(items, r => r.Items.First.AtLeast(new Ratio(2, 3), r.Items.Second)),
            "less" => Of(items, r => (r.Items.Second - r.Items.First).AtLeast(12)),
            "less-missing" => Of(alone, r => (r.Items.Second - r.Items.First).AtLeast(12)),
            "over" => Of(items, r => (r.Items.First / r.Items.Second).AtLeast(0.6m)),
            "times" => Of(items, r => ((r.Items.First * 10) + r.Items.Second).AtMost(230)),
            "steps-fault" => Of(rate, r => r.OnTrack("2021-11", line: 7)),
            "due-fault" => Of(rate, r => r.OnTrack(14, 2020, line: 7)),
            _ => Of(items, r => r.Items.First.AtLeast(new Ratio(0, 3), r.Items.Second, line: 7)),
        };
    }

    private static Fact Is(decimal value) => new() { Value = Reading.Number(value) };

    private static Verdict Of(Situation situation, Func<TestRule, Verdict> rule) => situation.Judge(rule, withReasons: true);

    private static IEnumerable<string> Written(Verdict verdict, Language language) =>
        new ReasonWriter(language, Evidence.Declared, new SchemeLabels(null, language)).Write(verdict.Reason!);
}
