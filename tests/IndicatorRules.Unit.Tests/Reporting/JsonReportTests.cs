using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;
using NJsonSchema;

namespace IndicatorRules.Reporting.Tests;

public sealed class JsonReportTests
{
    [Fact]
    public async Task Write_AnyAssessment_FollowsTheSchema()
    {
        var schema = await JsonSchema.FromFileAsync(Repo.In("schemas", "assessment.schema.json"));
        foreach (var assessment in (Assessment[])[Written.Jingle2022, Written.WhatIf, Written.Hostile])
        {
            Assert.Empty(schema.Validate(Written.As(ReportFormat.Json, Language.Zh, assessment)));
            Assert.Empty(schema.Validate(Written.As(ReportFormat.Json, Language.En, assessment)));
        }
    }

    [Fact]
    public async Task Schema_RefusesWhatIsNoAssessment()
    {
        var schema = await JsonSchema.FromFileAsync(Repo.In("schemas", "assessment.schema.json"));
        var text = Written.As(ReportFormat.Json, Language.Zh, Written.Jingle2022);

        Assert.NotEmpty(schema.Validate(text.Replace("\"status\": \"notMet\"", "\"status\": \"failed\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"year\": 2022,", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_SeveralSchemes_IsAnArrayOfThem()
    {
        var province = Written.Assess(
            IndicatorRules.Facts.FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow(), new AssessOptions { Scheme = "shanxi-trial" });

        using var one = JsonDocument.Parse(Written.As(ReportFormat.Json, Language.Zh, Written.Jingle2022));
        using var two = JsonDocument.Parse(Written.As(ReportFormat.Json, Language.Zh, Written.Jingle2022, province));

        Assert.Equal(JsonValueKind.Object, one.RootElement.ValueKind);
        Assert.Equal(["jingle-county", "shanxi-trial"], two.RootElement.EnumerateArray().Select(a => a.GetProperty("scheme").GetString()));
        Assert.Equal(one.RootElement.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal),
            two.RootElement[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Jingle2022_CarriesCountsMarginsAndHashes()
    {
        using var json = JsonDocument.Parse(Written.As(ReportFormat.Json, Language.En, Written.Jingle2022));
        var root = json.RootElement;
        var summary = root.GetProperty("summary");
        var rows = root.GetProperty("indicators").EnumerateArray().ToList();

        Assert.Equal((34, 1, 3, 0, 5), (Count("met"), Count("notMet"), Count("notApplicable"), Count("undetermined"), Count("declared")));
        Assert.Equal(37, summary.GetProperty("asReported").GetProperty("met").GetInt32());
        Assert.Equal("12.31", rows[10].GetProperty("margin").GetRawText());
        Assert.Equal("14.5", rows[37].GetProperty("margin").GetRawText());
        Assert.Equal("94.50", rows[37].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Null, rows[8].GetProperty("basis").ValueKind);
        Assert.Equal(3, root.GetProperty("schemes").GetArrayLength());
        Assert.All(root.GetProperty("schemes").EnumerateArray(), s => Assert.Equal(64, s.GetProperty("hash").GetString()!.Length));
        Assert.Equal(64, root.GetProperty("factsHash").GetString()!.Length);

        int Count(string name) => summary.GetProperty(name).GetInt32();
    }
}
