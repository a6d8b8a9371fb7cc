using System.Globalization;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Tests.Model;

/// <summary>What a printed target asks in numbers, and what it does not say.</summary>
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
    [InlineData("不低于20", "AtLeast 20")]
    [InlineData("不超过0.5万吨", "AtMost 0.5 万吨")]
    [InlineData("20%以上", "AtLeast 20 %")]
    [InlineData("10以下", "AtMost 10")]
    [InlineData("较上年变化≥-1", "较上年变化 AtLeast -1")]
    [InlineData("三年平均不少于12亿元", "三年平均 AtLeast 12 亿元")]
    [InlineData("碳储量≥120 万 t", "碳储量 AtLeast 120 万 t")]
    [InlineData("≥55（国家）\n≥53（省级）", "AtLeast 55 (国家); AtLeast 53 (省级)")]
    [InlineData("秸秆≥90，粪污＞80，农膜≥85", "秸秆 AtLeast 90; 粪污 MoreThan 80; 农膜 AtLeast 85")]
    [InlineData("≥95\n不明显\n不降低", "AtLeast 95; …")]
    [InlineData("≥90，或持续提升", "AtLeast 90; …")]
    [InlineData("保持稳定或持续改善", "…")]
    [InlineData("加权后为46.72%", "…")]
    [InlineData("55-70", "…")]
    [InlineData("5左右", "…")]
    [InlineData("达到3A级", "…")]
    [InlineData("2021年以来累计≥1500", "…")]
    [InlineData("≥20以上", "…")]
    [InlineData("不超过规划的1800公顷", "…")]
    [InlineData("", "")]
    public void Parse_AsPrinted_SaysTheNumbersAskedFor(string printed, string expected)
    {
        var text = TargetText.Parse(printed);
        Assert.Equal(expected, string.Join("; ", text.Parts.Select(Said).Concat(text.IsWhole ? [] : ["…"])));
    }

    private static string Said(TargetPart part) => string.Join(' ', ((string[])
    [
        part.Label, part.Kind?.ToString() ?? "=", part.Number.ToString(CultureInfo.InvariantCulture), part.Unit,
        part.Note.Length > 0 ? $"({part.Note})" : "",
    ]).Where(s => s.Length > 0));
}
