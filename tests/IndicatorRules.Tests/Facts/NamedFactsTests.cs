using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>Facts that call things by number and name are judged like those that call them by id.</summary>
public sealed class NamedFactsTests
{
    [Theory]
    [InlineData("\"eco-appraisal-share\"", "\"3\"")]
    [InlineData("\"eco-appraisal-share\"", "\"第３项\"")]
    [InlineData("\"eco-appraisal-share\"", "\"生态文明建设工作占党政实绩考核的比例（%）\"")]
    [InlineData("\"Straw\"", "\"秸秆\"")]
    [InlineData("\"farm-waste\"", "\"农业废弃物综合利用率\"")]
    [InlineData("\"制定实施\"", "\"已 制定实施\"")]
    [InlineData("\"制定实施\"", "\"Implemented\"")]
    [InlineData("\"Climate\"", "\"气候区\"")]
    [InlineData("\"半湿润地区\"", "\"SemiHumid\"")]
    [InlineData("\"半湿润地区\"", "\" 半湿润 \"")]
    [InlineData("\"Terrain\"", "\"地形 占比\"")]
    [InlineData("\"Mountain\": 49, \"Hill\": 37", "\"山区\": 49, \"丘陵区\": 37")]
    [InlineData("\"jingle-county\"", "\"静乐县国家生态文明建设示范区指标体系\"")]
    public void Assess_NameForId_IsJudgedAlike(string id, string name)
    {
        var (plain, named) = (Assess(TinyFacts.Text), Assess(TinyFacts.With(id, name)));

        Assert.Empty(named.Diagnostics);
        Assert.Equal(Verdicts(plain.Value!), Verdicts(named.Value!));
    }

    [Theory]
    [InlineData("28", "IR5215")]
    [InlineData("29", "IR5005")]
    public void Assess_OneRowUnderTwoNames_IsTwice(string value, string id)
    {
        var twice = Assess(TinyFacts.With("\"value\": 28 },", $"\"value\": 28 }},\n{{ \"id\": \"第3项\", \"value\": {value} }},"));

        var told = Assert.Single(twice.Diagnostics);
        Assert.Equal((id, 18), (told.Id, told.Location.Line));
        var message = told.Message(Contract.Language.Zh);
        Assert.StartsWith("第3项“生态文明建设工作占党政实绩考核的比例”填了两次", message, StringComparison.Ordinal);
        Assert.Contains("第 17 行", message, StringComparison.Ordinal);
        Assert.Equal(
            id == "IR5215" ? Contract.Status.Met : Contract.Status.Undetermined, twice.Value!.Find("eco-appraisal-share")!.Status);
    }

    [Fact]
    public void Assess_EntryByNameHasAnError_ItsRowAloneIsNotJudged()
    {
        var assessed = Assess(TinyFacts.With(
            "{ \"id\": \"eco-appraisal-share\", \"value\": 28 }", "{ \"id\": \"第3项\", \"value\": \"28%\", \"unit\": \"分\" }"));

        Assert.Equal(["IR5004", "IR5004"], assessed.Diagnostics.Select(d => d.Id).Order());
        Assert.NotNull(assessed.Value!.Find("eco-appraisal-share")!.Fault);
        Assert.Null(assessed.Value!.Find("eco-plan")!.Fault);
    }

    private static Schemes.Diagnostics.Result<Assessment> Assess(string text)
    {
        var facts = FactsReader.Read(JsonText.Read(System.Text.Encoding.UTF8.GetBytes(text), TinyFacts.File).Value!);
        var assessed = Hosts.Shared.Assess(facts.Value!);
        return new(assessed.Value, [.. facts.Diagnostics, .. assessed.Diagnostics]);
    }

    private static List<string> Verdicts(Assessment assessment) =>
        [.. assessment.Indicators.Select(v => $"{v.Indicator.Id} {v.Status} {v.Basis} {v.Margin}")];
}
