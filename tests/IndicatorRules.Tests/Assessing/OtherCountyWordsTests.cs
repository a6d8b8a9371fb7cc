using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>
/// Every word for other counties' rules, from script and facts file to verdict and reason: tests/corpus/good/words-of-other-counties.
/// </summary>
public sealed class OtherCountyWordsTests
{
    private const string Rows = """
        { "year": 2020, "indicators": [
            { "id": "green-area", "value": 30 }, { "id": "built-area", "value": 100 }, { "id": "trees", "value": 99 } ] },
        { "year": 2021, "indicators": [
            { "id": "green-area", "value": 33 }, { "id": "built-area", "value": 110 }, { "id": "trees", "value": 20 } ] },
        { "year": 2022, "indicators": [
            { "id": "green-area", "value": 36 }, { "id": "built-area", "value": 100 }, { "id": "trees", "value": 20 },
          { "id": "energy", "value": 0.50 }, { "id": "air", "value": 85 } ] },
        { "year": 2023, "indicators": [
          { "id": "income", "value": 20000, "parentAverage": { "value": 19500, "place": "示例市", "source": "统计公报" } },
          { "id": "emission", "value": 80 }, { "id": "emission-cap", "value": 85 },
          { "id": "green-area", "value": 40 }, { "id": "built-area", "value": 105 }, { "id": "trees", "value": 20 },
          { "id": "energy", "value": 0.48 }, { "id": "air", "value": 86, "task": { "state": "completed" } },
          { "id": "waste", "items": [
            { "id": "Straw", "value": 92, "parentAverage": { "value": 90 } },
            { "id": "Film", "value": 80, "parentAverage": { "value": 81 } } ] } ] }
        """;

    [Theory]
    [InlineData("income", Status.Met)]
    [InlineData("emission", Status.Met)]
    [InlineData("green-share", Status.Met)]
    [InlineData("green-area", Status.Met)]
    [InlineData("built-area", Status.Met)]
    [InlineData("trees", Status.Met)]
    [InlineData("energy", Status.Met)]
    [InlineData("waste", Status.NotMet)]
    [InlineData("air", Status.Met)]
    public void Assess_EveryWord_JudgesAsItSays(string id, Status status) => Assert.Equal(status, Assess(Rows).Find(id)!.Status);

    [Fact]
    public void Assess_OtherIndicatorMissing_IsUndetermined()
    {
        var assessment = Assess(Rows.Replace("{ \"id\": \"emission-cap\", \"value\": 85 },", "", StringComparison.Ordinal));
        Assert.Equal(Status.Undetermined, assessment.Find("emission")!.Status);
        var open = Assert.Single(
            assessment.Find("emission")!.Reasons(Language.Zh), r => r.Contains("无法判定", StringComparison.Ordinal));
        Assert.Contains("emission-cap（无 2023 年数值）", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_AgainstTheParentsAverage_NameItsPlaceAndFigure()
    {
        var reasons = string.Join('\n', Assess(Rows).Find("income")!.Reasons(Language.Zh));
        Assert.Contains("要求 ≥ 示例市平均（19500 元）：达标，高出 500 元", reasons, StringComparison.Ordinal);
        Assert.Contains("要求 ＞0.9 × 示例市平均（17550 元）", reasons, StringComparison.Ordinal);
    }

    [Fact]
    public void Reasons_YearMissing_NameIt()
    {
        var assessment = Assess(Rows.Replace("{ \"id\": \"built-area\", \"value\": 110 }, ", "", StringComparison.Ordinal));
        Assert.Contains("缺 2021 年", string.Join('\n', assessment.Find("built-area")!.Reasons(Language.Zh)), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_AverageInAnotherUnit_IsRefused()
    {
        using var host = Host();
        var facts = Read(Rows.Replace("\"value\": 90 }", "\"value\": \"900‰\" }", StringComparison.Ordinal));
        Assert.Contains(host.Assess(facts, new AssessOptions { Scheme = "main", Year = 2023 }).Diagnostics, d => d.Id == "IR5004");
    }

    private static SchemeHost Host() => Hosts.Over(Repo.In("tests", "corpus", "good", "words-of-other-counties"));

    private static Assessment Assess(string years)
    {
        using var host = Host();
        return host.Assess(Read(years), new AssessOptions { Scheme = "main", Year = 2023 }).OrThrow();
    }

    private static FactsFile Read(string years)
    {
        var text = $$"""{ "$schema": "facts.schema.json", "place": { "code": "x", "name": "示例县" }, "years": [ {{years}} ] }""";
        return FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(text), "facts.json").OrThrow()).OrThrow();
    }
}
