using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Tests.Facts;

/// <summary>What texts name: by id, number or name, in any spelling, never by guess.</summary>
public sealed class NameIndexTests
{
    private static readonly Scheme County = SchemeCatalog.Discover(Repo.In("plugins")).Resolve("jingle-county").Value!;

    private static readonly NameIndex Names = NameIndex.Of(County);

    [Theory]
    [InlineData("rural-sewage", 29)]
    [InlineData("29", 29)]
    [InlineData("２９", 29)]
    [InlineData("第29项", 29)]
    [InlineData("第 29 项", 29)]
    [InlineData("029", 29)]
    [InlineData("29.", 29)]
    [InlineData("29、", 29)]
    [InlineData("（29）", 29)]
    [InlineData("三", 3)]
    [InlineData("第三项", 3)]
    [InlineData("（十）", 10)]
    [InlineData("第二十九项", 29)]
    [InlineData("二十九、农村生活污水治理率", 29)]
    [InlineData("第 二十九 项“农村生活污水治理率”", 29)]
    [InlineData("农村生活污水治理率", 29)]
    [InlineData(" 农村生活 污水治理率\n", 29)]
    [InlineData("“农村生活污水治理率”", 29)]
    [InlineData("《农村生活污水治理率》", 29)]
    [InlineData("★农村生活污水治理率*", 29)]
    [InlineData("农村生活污水治理率（%）", 29)]
    [InlineData("农村生活污水治理率(％)", 29)]
    [InlineData("农村生活污水治理率【单位：%】", 29)]
    [InlineData("农村生活污水治理率%", 29)]
    [InlineData("第29项“农村生活污水治理率”", 29)]
    [InlineData("29 农村生活污水治理率（%）", 29)]
    [InlineData("29.农村生活污水治理率", 29)]
    [InlineData("Rural domestic sewage treatment rate", 29)]
    [InlineData("主要污染物减排(氮氧化物、挥发性有机物、化学需氧量、氨氮)", 9)]
    [InlineData("单位地区生产总值能耗（吨标准煤/万元）", 20)]
    public void Find_OneName_IsThatIndicator(string text, int number) =>
        Assert.Equal(number, Names.Find(text, new Location("here")).Value?.WholeNumber);

    [Theory]
    [InlineData("农村生活污水治理率（吨）")]
    [InlineData("28 农村生活污水治理率")]
    [InlineData("二十八、农村生活污水治理率")]
    [InlineData("四十")]
    [InlineData("〇")]
    [InlineData("三同时")]
    [InlineData("农村生活污水")]
    [InlineData("29.5")]
    [InlineData("0")]
    [InlineData("39")]
    [InlineData("")]
    [InlineData("第项")]
    [InlineData("农村生活污水未治理率")]
    public void Find_NotTheName_IsNotGuessed(string text)
    {
        var found = Names.Find(text, new Location("here"));

        Assert.Null(found.Value);
        Assert.Equal("IR5001", Assert.Single(found.Diagnostics).Id);
    }

    [Theory]
    [InlineData("农村污水治理率", "最接近的是第29项“农村生活污水治理率”。")]
    [InlineData("农村生活污水处理率", "最接近的是第29项“农村生活污水治理率”。")]
    [InlineData("绿色采购", "最接近的是第35项“政府绿色采购比例”。")]
    [InlineData("农村生活污水未治理率", "")]
    [InlineData("人均公园绿地面积", "")]
    public void Find_Unknown_NamesTheNearestAndNeverTheOpposite(string text, string nearest)
    {
        var told = Assert.Single(Names.Find(text, new Location("here")).Diagnostics);

        Assert.StartsWith($"指标表里没有“{text}”。", told.Message(Language.Zh), StringComparison.Ordinal);
        Assert.StartsWith(nearest + "可以写", told.Help(Language.Zh), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Straw", "Straw")]
    [InlineData("秸秆综合利用率", "Straw")]
    [InlineData("秸秆", "Straw")]
    [InlineData("①秸秆综合利用率（％）", "Straw")]
    [InlineData("（1）秸秆综合利用率", "Straw")]
    [InlineData("农业废弃物综合利用率-秸秆", "Straw")]
    [InlineData("农业废弃物综合利用率（秸秆）", "Straw")]
    [InlineData("农膜回收利用率", "Film")]
    [InlineData("农膜", null)]
    [InlineData("straw", null)]
    [InlineData("利用率", null)]
    public void FindItem_Text_IsTheItemOrNone(string text, string? id) =>
        Assert.Equal(id, NameIndex.FindItem(County.Find("farm-waste")!, text, new Location("here")).Value?.Id);

    [Fact]
    public void Find_TwoOfOneName_ListsBoth()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit("national-revised/scheme.json", "\"城镇污水处理率\"", "\"农村生活污水治理率\"");
        var scheme = SchemeCatalog.Discover(folder.Path).Resolve("national-revised").Value!;

        var told = Assert.Single(NameIndex.Of(scheme).Find("农村生活污水治理率", new Location("here")).Diagnostics);

        Assert.Equal("IR5140", told.Id);
        Assert.Equal(
            "“农村生活污水治理率”不止指一项：第28项“农村生活污水治理率”（编号 `urban-sewage`）、"
                + "第29项“农村生活污水治理率”（编号 `rural-sewage`）。",
            told.Message(Language.Zh));
        Assert.Equal("urban-sewage", NameIndex.Of(scheme).Find("28 农村生活污水治理率", new Location("here")).Value?.Id);
    }

    [Theory]
    [InlineData("森林覆盖率", "forest")]
    [InlineData("1 森林覆盖率（%）", "forest")]
    [InlineData("农业废弃物资源化利用率", "waste")]
    [InlineData("2 森林覆盖率", null)]
    [InlineData("森林覆盖率（吨）", null)]
    public void Find_Alias_IsThatIndicator(string text, string? id) =>
        Assert.Equal(id, NameIndex.Of(Aliased).Find(text, new Location("here")).Value?.Id);

    [Theory]
    [InlineData("作物秸秆", "Straw")]
    [InlineData("（2）地膜", "Film")]
    [InlineData("农业废弃物利用率-地膜", "Film")]
    public void FindItem_Alias_IsThatItem(string text, string id) =>
        Assert.Equal(id, NameIndex.FindItem(Aliased.Find("waste")!, text, new Location("here")).Value?.Id);

    [Fact]
    public void Compose_TakenOver_KeepsAliasesAndLetsOwnNamesGoFirst()
    {
        using var folder = TempFolder.WithPlugins();
        const string name = "\"name\": { \"zh\": \"农村生活污水治理率\"";
        folder.Edit("national-revised/scheme.json", name, $"\"aliases\": [\"村污\", \"本县特色\"], {name}");
        folder.Write("low/scheme.json", """
            { "$schema": "x", "id": "low", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "甲", "issuer": "甲",
              "level": "county", "source": { "document": "甲" },
              "extends": [ { "id": "national-revised", "version": "[1.0.0,2.0.0)", "rest": "take-over" } ],
              "indicators": [
                { "id": "rural-sewage", "from": ["national-revised"], "aliases": ["村镇污水"] },
                { "id": "own", "number": 99, "task": "space-pattern", "name": "本县特色", "unit": "%", "binding": "binding",
                  "target": "≥1", "rule": "AtLeast(1)" } ] }
            """);
        var scheme = SchemeCatalog.Discover(folder.Path).Resolve("low").Value!;

        Assert.Equal("村镇污水、村污、本县特色", string.Join('、', scheme.Find("rural-sewage")!.Aliases));
        Assert.Equal("rural-sewage", NameIndex.Of(scheme).Find("村污", new Location("here")).Value?.Id);
        Assert.Equal("own", NameIndex.Of(scheme).Find("本县特色", new Location("here")).Value?.Id);
    }

    private static Scheme Aliased { get; } = SchemeCatalog.Discover(Repo.In("tests/corpus/good/aliases")).Resolve("main").Value!;

    [Theory]
    [InlineData("PM₂.₅浓度", "pm2.5浓度")]
    [InlineData("Ⅲ类 水", "iii类水")]
    [InlineData("ＧＤＰ［亿元］", "gdp(亿元)")]
    [InlineData("立方米／万元", "立方米/万元")]
    public void Of_Spelling_IsFolded(string text, string folded)
    {
        Assert.Equal(folded, FoldedName.Of(text));
        Assert.Equal(folded, FoldedName.Of(folded));
    }

    [Fact]
    public void Of_AnyText_FoldsOnce()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var folded = FoldedName.Of($"a{(char)c}b");
            Assert.Equal(folded, FoldedName.Of(folded));
        }
    }

    [Theory]
    [InlineData("静乐县国家生态文明建设示范区指标体系")]
    [InlineData("静乐县 国家生态文明建设示范区指标体系@1.0.0")]
    [InlineData("Indicators of Jingle County for a national ecological civilisation demonstration zone")]
    public void Resolve_Title_IsTheScheme(string title)
    {
        Assert.True(SchemeName.TryParse(title, out var name));
        Assert.Equal("jingle-county", SchemeCatalog.Discover(Repo.In("plugins")).Resolve(name.Id, name.Range).Value?.Id);
    }

    [Theory]
    [InlineData("十", "10")]
    [InlineData("十九", "19")]
    [InlineData("二十", "20")]
    [InlineData("第一百零三项", "第103项")]
    [InlineData("一百一十", "110")]
    [InlineData("一百二十三", "123")]
    [InlineData("一〇三", "103")]
    [InlineData("二百", "200")]
    [InlineData("一百二", null)]
    [InlineData("十十", null)]
    [InlineData("零三", null)]
    [InlineData("百三", null)]
    [InlineData("二〇二五", null)]
    [InlineData("第", null)]
    [InlineData("", null)]
    public void InDigits_ChineseNumerals_AreOneNumberOrNone(string folded, string? expected) =>
        Assert.Equal(expected, ChineseNumber.InDigits(folded));
}
