using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>Points by size, by row and by domain, and adjustments, over whole facts files.</summary>
public sealed class PointsTests
{
    private const string Known = """
        { "id": "good-air", "value": 80 }, { "id": "fine-dust", "value": 40 },
        { "id": "sewage", "value": 97 }, { "id": "river", "value": 99 }
        """;

    private static readonly string Plugin = Repo.In("tests", "corpus", "good", "points-by-size");

    [Fact]
    public void Assess_AllKnown_GivesEachRowItsPoints()
    {
        var assessed = Assess(Known);
        Assert.Equal(["20/30", "27.5/30", "20/20", "0/20"], Points(assessed));
        Assert.Equal(["47.5/60", "20/40"], assessed.Summary.ByDomain.Select(d => $"{d.Points}"));
        Assert.Equal(("67.5/100", "67.5", "Qualified"),
            ($"{assessed.Summary.Points}", $"{assessed.Conclusion!.Points}", assessed.Conclusion.Grade?.Id));
        Assert.All(assessed.Indicators, v => Assert.Equal("", v.Points!.Why.Zh));
    }

    [Theory]
    [InlineData("""{ "id": "good-air" }""", "0–30/30", "没有可用来计分的数值")]
    [InlineData("""{ "id": "good-air", "value": "75～90" }""", "15–30/30", "现状值不是一个确定的数")]
    [InlineData("""{ "id": "good-air", "value": "≥95" }""", "30/30", "")]
    [InlineData("""{ "id": "good-air", "met": true }""", "0–30/30", "没有可用来计分的数值")]
    [InlineData("""{ "id": "good-air", "value": { "absent": "not-assessed", "words": "不考核" } }""", "不计", "")]
    [InlineData("""{ "id": "fine-dust", "value": "40～50" }""", "22.5–27.5/30", "未达标，差多少只知道一个范围")]
    [InlineData("""{ "id": "fine-dust", "value": "30～40" }""", "27.5–30/30", "本项无法判定")]
    [InlineData("""{ "id": "fine-dust", "value": 300 }""", "20/30", "")]
    [InlineData("""{ "id": "fine-dust", "met": false }""", "20–30/30", "未达标，但不知差多少")]
    [InlineData("""{ "id": "fine-dust", "met": true }""", "30/30", "")]
    [InlineData("""{ "id": "sewage", "value": 80 }""", "0/20", "")]
    [InlineData("""{ "id": "sewage", "value": 94.5 }""", "18.5/20", "")]
    [InlineData("""{ "id": "river" }""", "0–20/20", "本项无法判定")]
    public void Assess_OneRow_SaysItsPointsAndWhyTheyAreOpen(string row, string points, string why)
    {
        var id = row.Split('"')[3];
        var earned = Assess(row).Find(id)!.Points!;
        Assert.Equal((points, why), (earned.OfPossible(Language.Zh), earned.Why.Zh));
    }

    [Fact]
    public void Assess_OpenPointsUnderACertainGrade_DoNotSayThatItDepends()
    {
        var reasons = Assess("""{ "id": "fine-dust", "value": 60 }""").Conclusion!.Reasons(Language.Zh).ToList();
        Assert.Equal(["总评：不合格", "得分：20–90"], reasons.Take(2));
        Assert.StartsWith("一票否决：细颗粒物超标20以上，“细颗粒物浓度”不足数 25 微克/立方米 ＞ 20", reasons[2], StringComparison.Ordinal);
        Assert.DoesNotContain(reasons, r => r.StartsWith("取决于", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_Adjustments_CountInTheTotalAndAreNamed()
    {
        var conclusion = Assess(Known, """
            { "id": "Innovation", "points": 2, "reason": "省级表彰", "source": "文件甲" },
            { "id": "Innovation", "points": 1, "reason": "试点" },
            { "id": "事故扣分", "points": -0.5, "reason": "事故" }
            """).Conclusion!;
        Assert.Equal("70", $"{conclusion.Points}");
        Assert.Equal(["省级表彰", "试点", "事故"], conclusion.Adjustments.Select(a => a.Reason));
        Assert.Contains("附注：得分含加分", conclusion.Reasons(Language.Zh));
    }

    [Theory]
    [InlineData("2-1", "表2-1", "table 2-1")]
    [InlineData("一", "表一", "table 一")]
    [InlineData("附表", "附表", "附表")]
    [InlineData("专栏1", "专栏1", "专栏1")]
    [InlineData("考核表", "考核表", "考核表")]
    [InlineData("", "", "")]
    public void TableName_IsAsASentenceNamesIt(string table, string zh, string en) =>
        Assert.Equal((zh, en), (new SourceRef("甲", table).TableName.Zh, new SourceRef("甲", table).TableName.En));

    [Theory]
    [InlineData("""{ "id": "Inovation", "points": 1, "reason": "甲" }""", "IR2164")]
    [InlineData("""{ "id": "Innovation", "points": 1, "reason": " " }""", "IR2165")]
    [InlineData("""{ "id": "Innovation", "points": 3, "reason": "甲" }, { "id": "Innovation", "points": 3, "reason": "乙" }""", "IR2166")]
    [InlineData("""{ "id": "Innovation", "points": -1, "reason": "甲" }""", "IR2166")]
    public void Assess_AdjustmentThatTheSchemeDoesNotAllow_IsRefused(string adjustment, string id)
    {
        using var host = Hosts.Over(Plugin);
        var error = Assert.Single(host.Assess(Facts(Known, adjustment)).Diagnostics);
        Assert.Equal((id, Severity.Error), (error.Id, error.Severity));
        Assert.NotEqual(0, error.Location.Line);
    }

    [Fact]
    public void Assess_WithoutReasons_GivesTheSamePoints()
    {
        using var host = Hosts.Over(Plugin);
        var assessed = host.Assess(Facts(Known, ""), new AssessOptions { WithReasons = false }).OrThrow();
        Assert.Equal(["20/30", "27.5/30", "20/20", "0/20"], Points(assessed));
        Assert.All(assessed.Indicators, v => Assert.Null(v.Verdict.Reason));
    }

    [Fact]
    public void Assess_Isolated_GivesTheSame()
    {
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Plugin],
            Compiler = RememberingCompiler.Instance,
            Isolation = new IsolationOptions(),
        });
        var facts = Facts(Known, """{ "id": "Innovation", "points": 2, "reason": "省级表彰" }""");
        var (here, apart) = (Assess(Known, """{ "id": "Innovation", "points": 2, "reason": "省级表彰" }"""), host.Assess(facts).OrThrow());
        Assert.Equal(Points(here), Points(apart));
        Assert.Equal(here.Conclusion!.Reasons(Language.Zh), apart.Conclusion!.Reasons(Language.Zh));
        Assert.Equal("69.5", $"{apart.Conclusion.Points}");
    }

    private static IEnumerable<string> Points(Assessment assessed) => assessed.Indicators.Select(v => v.Points!.OfPossible(Language.En));

    private static Assessment Assess(string indicators, string adjustments = "")
    {
        using var host = Hosts.Over(Plugin);
        return host.Assess(Facts(indicators, adjustments)).OrThrow();
    }

    private static FactsFile Facts(string indicators, string adjustments) => TinyFacts.Read($$"""
        { "$schema": "facts.schema.json", "scheme": "main", "place": { "code": "x", "name": "示例县" }, "years": [ { "year": 2023,
          "adjustments": [ {{adjustments}} ], "indicators": [ {{indicators}} ] } ] }
        """).OrThrow();
}
