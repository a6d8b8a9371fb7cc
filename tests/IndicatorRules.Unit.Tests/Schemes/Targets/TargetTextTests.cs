using System.Globalization;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Schemes.Tests.Targets;

/// <summary>The clauses of a printed target, and what is not read.</summary>
public sealed class TargetTextTests
{
    [Theory]
    [InlineData("≥20", "AtLeast 20")]
    [InlineData("≥ 20 %", "AtLeast 20 %")]
    [InlineData("≥20％", "AtLeast 20 %")]
    [InlineData("＞80", "MoreThan 80")]
    [InlineData(">=4.5", "AtLeast 4.5")]
    [InlineData("≤225", "AtMost 225")]
    [InlineData("＜35（河谷区＜32）", "LessThan 35 (河谷区<32)")]
    [InlineData("100", "= 100")]
    [InlineData("100%", "= 100 %")]
    [InlineData("100%。", "= 100 %")]
    [InlineData("不低于20", "AtLeast 20")]
    [InlineData("不得低于85", "AtLeast 85")]
    [InlineData("不超过0.5万吨", "AtMost 0.5 万吨")]
    [InlineData("20%以上", "AtLeast 20 %")]
    [InlineData("20%（含）以上", "AtLeast 20 %")]
    [InlineData("10以下", "AtMost 10")]
    [InlineData("达到95%", "= 95 %")]
    [InlineData("达到95%以上", "AtLeast 95 %")]
    [InlineData("控制在35以内", "AtMost 35")]
    [InlineData("较上年变化≥-1", "较上年变化 AtLeast -1")]
    [InlineData("三年平均不少于12亿元", "三年平均 AtLeast 12 亿元")]
    [InlineData("碳储量≥120 万 t", "碳储量 AtLeast 120 万 t")]
    [InlineData("≥55（国家）\n≥53（省级）", "AtLeast 55 (国家); AtLeast 53 (省级)")]
    [InlineData("秸秆≥90，粪污＞80，农膜≥85", "秸秆 AtLeast 90; and 粪污 MoreThan 80; and 农膜 AtLeast 85")]
    [InlineData("≥95\n不明显\n不降低", "AtLeast 95; is 不明显; NotReduced")]
    [InlineData("≥90，或持续提升", "AtLeast 90; or Improving Higher")]
    [InlineData("≥90或持续提高", "AtLeast 90; or Improving Higher")]
    [InlineData("保持稳定或持续改善", "StableOrImproving")]
    [InlineData("保持稳定或持续下降", "StableOrImproving Lower")]
    [InlineData("完成上级规定的考核任务并持续改善", "task; and Improving")]
    [InlineData("完成上级规定的目标任务；保持稳定或持续改善", "task; and StableOrImproving")]
    [InlineData("完成上级管控目标", "task")]
    [InlineData("完成省下达的减排任务", "task")]
    [InlineData("制定实施", "reached 制定实施")]
    [InlineData("制定并实施", "reached 制定并实施")]
    [InlineData("全面实施", "reached 全面实施")]
    [InlineData("55-70", "55..70")]
    [InlineData("6～9", "6..9")]
    [InlineData("40%至60%", "40..60 %")]
    [InlineData("5左右", "about 5")]
    [InlineData("60%左右", "about 60 %")]
    [InlineData("加权后为46.72%", "= 46.72 % (加权后为)")]
    [InlineData("达到3A级", "…")]
    [InlineData("2021年以来累计≥1500", "…")]
    [InlineData("≥20以上", "…")]
    [InlineData("不超过规划的1800公顷", "…")]
    [InlineData("2023-2030", "…")]
    [InlineData("9-6", "…")]
    [InlineData("≥1,000", "AtLeast 1000")]
    [InlineData("≥1,0000", "…")]
    [InlineData("≥30,60以下", "…")]
    [InlineData("完成上级下达的3%任务", "…")]
    [InlineData("制定实施方案", "…")]
    [InlineData("不低于全省平均水平", "…")]
    [InlineData("不制定", "…")]
    [InlineData("1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或1或x", "…")]
    [InlineData("", "")]
    public void Parse_AsPrinted_SaysWhatIsAsked(string printed, string expected)
    {
        var text = TargetText.Parse(printed);
        var read = text.Clauses.Where(c => c.Demand is not null).Select(Said);
        Assert.Equal(expected, string.Join("; ", read.Concat(text.IsWhole ? [] : ["…"])));
    }

    [Fact]
    public void Parse_AnyCharacters_EndsSoon()
    {
        string[] pieces =
        [
            "或", "≥", "90", "，", "\n", "（", "）", "不", "持续", "改善", "%", "-", "完成",
            "上级", " ", "x", "0", "并",
        ];
        var state = 7u;
        for (var run = 0; run < 3000; run++)
        {
            var text = "";
            for (var i = 0; i < 40; i++)
            {
                state = (state * 1664525) + 1013904223;
                text += pieces[(state >> 16) % pieces.Length];
            }

            // Nothing printed is passed over: clauses hold every letter and digit, but those of links.
            var kept = string.Concat(TargetText.Parse(text).Clauses.Select(c => c.Text));
            Assert.Equal(Letters(text), Letters(kept));
        }
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(c => "90xX≥%完成上级不改善持续".Contains(c, StringComparison.Ordinal)));

    private static string Said(TargetClause clause) => string.Join(' ', ((string[])
    [
        clause.Link switch { Link.And => "and", Link.Or => "or", _ => "" },
        clause.Label,
        clause.Demand switch
        {
            Demand.Bound b => $"{b.Kind?.ToString() ?? "="} {b.Number.ToString(CultureInfo.InvariantCulture)}",
            Demand.Range r => $"{r.Low.ToString(CultureInfo.InvariantCulture)}..{r.High.ToString(CultureInfo.InvariantCulture)}",
            Demand.Around a => $"about {a.Number.ToString(CultureInfo.InvariantCulture)}",
            Demand.Change c => c.Towards == Contract.Direction.None ? $"{c.Kind}" : $"{c.Kind} {c.Towards}",
            Demand.Task => "task",
            Demand.State s => $"{(s.IsReached ? "reached" : "is")} {s.Word}",
            _ => "",
        },
        clause.Unit,
        clause.Remark.Length > 0 ? $"({clause.Remark})" : "",
    ]).Where(s => s.Length > 0));
}
