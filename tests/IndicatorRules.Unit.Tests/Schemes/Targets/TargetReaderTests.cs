using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Schemes.Tests.Targets;

/// <summary>The rule that a printed target is read as, and how certain that is.</summary>
public sealed class TargetReaderTests
{
    [Theory]
    [InlineData("森林覆盖率", "%", "≥20", "sure AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "不低于20%", "sure AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "覆盖率≥20", "sure AtLeast(20)")]
    [InlineData("公开率", "%", "100", "sure AtLeast(100)")]
    [InlineData("黑臭水体比例", "%", "0", "sure AtMost(0)")]
    [InlineData("满意度", "%", "达到90以上", "sure AtLeast(90)")]
    [InlineData("能耗", "吨标准煤/万元", "≤0.5", "sure AtMost(0.5)")]
    [InlineData("PM2.5浓度", "μg/m³", "≤35微克/立方米", "sure AtMost(35)")]
    [InlineData("事故", "起", "<3", "sure LessThan(3)")]
    [InlineData("pH", "-", "6-9", "sure Between(6, 9)")]
    [InlineData("均温", "℃", "5左右", "sure About(5)")]
    [InlineData("处理率", "%", "保持稳定或持续提升", "sure StableOrImproving()")]
    [InlineData("处理率", "%", "≥90或持续提高", "sure AtLeast(90) | Improving()")]
    [InlineData("红线面积", "公顷", "不减少", "sure NotReduced()")]
    [InlineData("改厕", "%", "完成上级规定的目标任务", "sure SuperiorTask.Completed()")]
    [InlineData("用水量", "立方米", "完成上级规定的目标任务并持续下降", "sure SuperiorTask.Completed() & Improving()")]
    [InlineData("规划", "-", "制定实施", "sure Reached(State.S)")]
    [InlineData("物种入侵", "-", "不明显", "sure Is(State.S)")]
    [InlineData("绿地率", "%", "≥30，≤60", "sure AtLeast(30) & AtMost(60)")]
    [InlineData("森林覆盖率", "%", "20", "guess AtLeast(20)")]
    [InlineData("漏损率", "%", "10", "guess AtMost(10)")]
    [InlineData("漏损率", "%", "达到10%", "guess AtMost(10)")]
    [InlineData("增长率", "%", "100", "guess AtLeast(100)")]
    [InlineData("绿地率", "%", "40-60", "guess Between(40, 60)")]
    [InlineData("森林覆盖率", "%", "≥20（国家）", "guess AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "≥20（国家）\n≥18（省级）", "guess AtLeast(20) & AtLeast(18)")]
    [InlineData("森林覆盖率", "%", "≥20，≥18", "guess AtLeast(20) & AtLeast(18)")]
    [InlineData("水质", "", "≥20%", "guess AtLeast(20)")]
    [InlineData("能耗", "吨", "保持稳定或持续改善", "guess StableOrImproving()")]
    [InlineData("能耗", "吨", "持续提升", "guess Improving()")]
    [InlineData("处理率", "%", "逐年提高", "guess Improving()")]
    [InlineData("生态质量", "-", "不降低", "guess NotReduced()")]
    [InlineData("事项甲", "个", "保持稳定或持续改善", "cannot")]
    [InlineData("森林覆盖率", "%", "全面实施", "cannot")]
    [InlineData("碳汇", "吨", "≤0.5万吨", "cannot")]
    [InlineData("森林覆盖率", "%", "≥20‰", "cannot")]
    [InlineData("森林覆盖率", "%", "山区≥60，≥18", "cannot")]
    [InlineData("森林覆盖率", "%", "城区≥60；农村≥18", "cannot")]
    [InlineData("森林覆盖率", "%", "湿润地区≥80；湿润区≥55", "cannot")]
    [InlineData("森林覆盖率", "%", "湿润地区≥80，或半湿润地区≥55", "cannot")]
    [InlineData("森林覆盖率", "%", "湿润地区≥80公顷", "cannot")]
    [InlineData("规划", "-", "湿润地区制定实施", "cannot")]
    [InlineData("森林覆盖率", "%", "加权后为46.72%", "guess AtLeast(46.72)")]
    [InlineData("森林覆盖率", "%", "国家≥55；省级≥53", "guess AtLeast(55) & AtLeast(53)")]
    [InlineData("森林覆盖率", "%", "≥55（国家）/≥53（省级）", "guess AtLeast(55) & AtLeast(53)")]
    [InlineData("森林覆盖率", "%", "≥20，特殊地区除外", "cannot")]
    [InlineData("森林覆盖率", "%", "≥20 并持续关注", "cannot")]
    [InlineData("森林覆盖率", "%", "力争≥20", "guess AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "确保达到20%以上", "sure AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "提高到20%", "sure AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "约20", "sure About(20)")]
    [InlineData("用水量", "万吨", "控制在20", "guess AtMost(20)")]
    [InlineData("能耗", "吨", "降低到20以下", "sure AtMost(20)")]
    [InlineData("能耗", "吨", "降低到20以上", "cannot")]
    [InlineData("能耗", "吨", "约20左右", "cannot")]
    [InlineData("蓄积量", "立方米", "≥1,250.5", "sure AtLeast(1250.5)")]
    [InlineData("蓄积量", "立方米", "≥9,0", "cannot")]
    [InlineData("森林覆盖率", "%", "≥9，0", "cannot")]
    [InlineData("森林覆盖率", "%", "≥1,200", "guess AtLeast(1200)")]
    [InlineData("森林覆盖率", "%", "≥20*", "guess AtLeast(20)")]
    [InlineData("森林覆盖率", "%", "不低于2020年", "cannot")]
    [InlineData("森林覆盖率", "-", "不低于2020年水平", "cannot")]
    [InlineData("林木蓄积量", "m³", "≥10⁴", "cannot")]
    [InlineData("森林覆盖率", "%", "≥20\n或持续提高", "sure AtLeast(20) | Improving()")]
    [InlineData("森林覆盖率", "%", "≥2\n0", "guess AtLeast(2) & AtMost(0)")]
    [InlineData("改厕", "%", "完成省定\n任务", "sure SuperiorTask.Completed()")]
    [InlineData("河流水质", "-", "达到或优于III类", "sure Reached(State.S)")]
    [InlineData("河流水质", "-", "优于Ⅲ类", "cannot")]
    [InlineData("声环境", "-", "Ⅲ类", "cannot")]
    [InlineData("规划", "-", "无", "guess Is(State.S)")]
    [InlineData("化肥用量", "吨", "零增长", "guess ChangeAtMost(0)")]
    [InlineData("森林覆盖率", "%", "≥20或≥18；持续提升", "cannot")]
    [InlineData("森林覆盖率", "%", "不≥20", "cannot")]
    [InlineData("森林覆盖率", "%", "", "cannot")]
    [InlineData("用水量", "m³", "≤25m3", "sure AtMost(25)")]
    [InlineData("信访办结率", "%", "98.5", "guess AtLeast(98.5)")]
    [InlineData("水质不达标率", "%", "5", "guess AtMost(5)")]
    [InlineData("规划", "-", "优秀", "cannot")]
    [InlineData("林长制", "-", "建立健全并有效运行", "sure Reached(State.S)")]
    [InlineData("林长制", "-", "制定，全面实施", "cannot")]
    public void Read_RowWithoutItems_IsSureOnlyWhereNothingIsLeftOpen(string name, string unit, string printed, string expected) =>
        Assert.Equal(expected, Said(printed, new(Own(name, unit))));

    [Theory]
    [InlineData("湿润地区≥80\n半湿润地区≥55", "sure Climate Humid AtLeast(80); SemiHumid AtLeast(55)")]
    [InlineData("湿润地区≥80 / 半湿润地区≥55%", "sure Climate Humid AtLeast(80); SemiHumid AtLeast(55)")]
    [InlineData("湿润：不低于80、半湿润：不低于55", "sure Climate Humid AtLeast(80); SemiHumid AtLeast(55)")]
    [InlineData("≥80（湿润地区）\n≥55（半湿润地区）", "sure Climate Humid AtLeast(80); SemiHumid AtLeast(55)")]
    [InlineData("湿润、半湿润地区≥80", "sure Climate Humid AtLeast(80); SemiHumid AtLeast(80)")]
    [InlineData("其他地区≥5；湿润地区≥80", "sure Climate Humid AtLeast(80); _ AtLeast(5)")]
    [InlineData("湿润地区≥80（2025年）", "guess Climate Humid AtLeast(80)")]
    [InlineData("湿润地区≥80或持续提高", "guess Climate Humid AtLeast(80) | Improving()")]
    [InlineData("山区≥60；丘陵区≥40；平原≥18", "guess Terrain Mountain AtLeast(60); Hill AtLeast(40); Plain AtLeast(18)")]
    [InlineData("县级 ≥60；市级 ≥40", "guess Level County AtLeast(60); City AtLeast(40)")]
    [InlineData("资源型地区≥40、其他地区≥60", "guess Area1 Kind1 AtLeast(40); _ AtLeast(60)")]
    public void Read_NamedKindsOfPlace_AnswersEachOfThem(string printed, string expected)
    {
        var row = new Row(Own("森林覆盖率", "%"));
        var place = TargetReader.Read(printed, row.Target).Place!;

        var arms = Said(printed, row).Replace($"Place.{place.Id} switch {{ ", $"{place.Id} ").Replace($" {place.Id}.", " ")
            .Replace(" =>", "").Replace(" }", "").Split(", ");

        // What the table does not print is not known.
        var isWhole = expected.Contains("_ ", StringComparison.Ordinal);
        Assert.Equal(expected, string.Join("; ", isWhole ? arms : arms[..^1]));
        Assert.True(isWhole || arms[^1] == $"_ Unknown(\"表中没有印其他{place.Name.Zh}的指标值\")", arms[^1]);
    }

    [Fact]
    public void Read_KindsOfPlaceOfAnUpperScheme_AreItsChoicesOrWeighted()
    {
        var row = new Row(Own("森林覆盖率", "%")).Target;
        var shares = new PlaceAttribute("Terrain", AttributeKind.Shares, "地形", [new("M", "山区", []), new("P", "平原地区", [])]);
        var choice = new PlaceAttribute("Land", AttributeKind.Choice, "地形", [new("M", "山区", []), new("P", "平原地区", ["河川区"])]);

        var weighted = TargetReader.Read("山区≥60；平原≥18", row with { UpperPlaces = [shares] });
        var chosen = TargetReader.Read("山区≥60；河川区≥18", row with { UpperPlaces = [choice] });

        Assert.Equal(("AtLeast(60 * Place.Terrain.M + 18 * Place.Terrain.P)", Certainty.Guess), (weighted.Rule, weighted.Certainty));
        Assert.Equal(Certainty.Sure, chosen.Certainty);
        Assert.StartsWith("Place.Land switch { Land.M => AtLeast(60), Land.P => AtLeast(18), _ =>", chosen.Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("≥43", "sure EachItem(i => i.AtLeast(43))")]
    [InlineData("≥90\n≥75", "sure Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    [InlineData("\n≥90\n≥75", "sure Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    [InlineData("秸秆≥90\n农膜≥75", "sure Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    [InlineData("农膜≥75，秸秆≥90", "sure Items.B.AtLeast(75) & Items.A.AtLeast(90)")]
    [InlineData("持续提升", "sure EachItem(i => i.Improving())")]
    [InlineData("完成上级规定的目标任务；保持稳定或持续提高", "sure SuperiorTask.Completed() & EachItem(i => i.StableOrImproving())")]
    [InlineData("秸秆≥90", "guess Items.A.AtLeast(90)")]
    [InlineData("膜≥75", "cannot")]
    [InlineData("回收≥75，秸秆≥90", "guess Items.B.AtLeast(75) & Items.A.AtLeast(90)")]
    [InlineData("保持稳定或持续改善", "guess EachItem(i => i.StableOrImproving())")]
    [InlineData("利用率≥75", "cannot")]
    [InlineData("≥90\n≥75\n≥60", "cannot")]
    [InlineData("秸秆≥90，秸秆≥75", "cannot")]
    [InlineData("秸秆≥90或农膜≥75", "cannot")]
    [InlineData("①≥90②≥75", "sure Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    [InlineData("（1）≥90；（2）≥75", "sure Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    [InlineData("一、农膜≥75\n二、秸秆≥90", "sure Items.B.AtLeast(75) & Items.A.AtLeast(90)")]
    [InlineData("①≥90③≥75", "cannot")]
    [InlineData("≥90\n或持续提高", "sure EachItem(i => i.AtLeast(90)) | EachItem(i => i.Improving())")]
    [InlineData("≥95\n秸秆≥90\n农膜≥75", "guess AtLeast(95) & Items.A.AtLeast(90) & Items.B.AtLeast(75)")]
    public void Read_RowWithItems_AsksEachOrAllOfThem(string printed, string expected) => Assert.Equal(expected, Said(printed, new(
        Own("农业废弃物利用率", "%"),
        new TargetFigure("A", "秸秆利用率", "%", Direction.None), new("B", "农膜回收利用率", "%", Direction.None))));

    [Fact]
    public void Read_KnownDirection_MakesATrendSure()
    {
        var row = new Row(new TargetFigure("", "单位地区生产总值能耗", "吨", Direction.Lower));
        Assert.Equal("sure StableOrImproving()", Said("保持稳定或持续改善", row));
        Assert.Equal("guess Improving()", Said("持续提升", row));
    }

    [Fact]
    public void Read_UnreadWords_AreQuotedWithoutBreakingTheScript()
    {
        var reading = TargetReader.Read("见\"附件\"\\ \n第2页", new Row(Own("甲", "%")).Target);
        Assert.Equal(Certainty.Cannot, reading.Certainty);
        Assert.Equal("Unknown(\"指标值没有读懂：见 附件 、第2页\")", reading.Rule.Replace("  ", " "));
        Assert.NotEmpty(reading.Questions);
    }

    private static string Said(string printed, Row row)
    {
        var reading = TargetReader.Read(printed, row.Target);
        Assert.Equal(reading.Certainty == Certainty.Sure, reading.Questions.IsEmpty);
        return reading.Certainty switch
        {
            Certainty.Sure => $"sure {reading.Rule}",
            Certainty.Guess => $"guess {reading.Rule}",
            _ => "cannot",
        };
    }

    private static TargetFigure Own(string name, string unit) => new("", name, unit, Direction.None);

    private sealed record Row(TargetFigure Own, params TargetFigure[] Items)
    {
        internal TargetRow Target => new() { Own = Own, Items = [.. Items], StateId = (_, _) => "S" };
    }
}
