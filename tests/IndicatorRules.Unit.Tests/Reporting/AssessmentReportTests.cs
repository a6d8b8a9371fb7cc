using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;

namespace IndicatorRules.Reporting.Tests;

public sealed class AssessmentReportTests
{
    // Options that an application may have set; none changes what a report says.
    private static readonly JsonSerializerOptions[] Foreign =
    [
        JsonSerializerOptions.Default, JsonSerializerOptions.Web,
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
            WriteIndented = true,
            Converters = { new JsonStringEnumConverter() },
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        },
        new(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { AssessmentReport.JsonTypeInfo.OriginatingResolver! } },
    ];

    private static IEnumerable<Assessment> All =>
    [
        Written.Jingle2022, Written.WhatIf, Written.Hostile, Of("assessment-rule", "beiling-rivers"), Of("five-year-plan", "yunxi-plan"),
        Of("district-table", "donghu-district"),
    ];

    [Fact]
    public void Parse_WhatAWriterWrote_GivesTheSameReport()
    {
        foreach (var (assessment, language) in All.SelectMany(a => Enum.GetValues<Language>().Select(l => (a, l))))
        {
            var written = Written.As(ReportFormat.Json, language, assessment);

            Assert.Equal(written, AssessmentReport.Parse(written).ToJson());
            Assert.Equal(written, AssessmentReport.Parse(Encoding.UTF8.GetBytes(written)).ToJson());
            Assert.Equal(written, AssessmentReport.Of(assessment, language).ToJson());
        }
    }

    [Fact]
    public void Serialize_WithAnyOptions_WritesTheSameFieldsAndReadsThemBack()
    {
        foreach (var assessment in All)
        {
            var report = AssessmentReport.Of(assessment, Language.Zh);
            foreach (var options in Foreign)
            {
                var json = JsonSerializer.Serialize(report, options);

                Assert.True(JsonNode.DeepEquals(JsonNode.Parse(report.ToJson()), JsonNode.Parse(json)));
                Assert.Equal(report.ToJson(), JsonSerializer.Deserialize<AssessmentReport>(json, options)!.ToJson());
            }
        }
    }

    [Fact]
    public void Json_NamesNoFolderAndNoRule()
    {
        foreach (var assessment in All)
        {
            var json = JsonSerializer.Serialize(AssessmentReport.Of(assessment, Language.En));

            Assert.DoesNotContain(Repo.Root, json, StringComparison.Ordinal);
            Assert.DoesNotContain("AtLeast(", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Parse_EveryRequiredFieldLeftOut_IsAnError()
    {
        var written = JsonNode.Parse(AssessmentReport.Of(Written.Jingle2022, Language.Zh).ToJson())!.AsObject();
        string[] optional =
        [
            "$schema", "note", "itemOf", "group", "rows", "star", "reportedMet", "points", "progress", "source", "yearlyChange",
            "dueStages", "domain", "base", "value", "donePercent", "year", "id", "name",
        ];
        var tried = 0;
        foreach (var (parent, name) in Fields(written).Where(f => !optional.Contains(f.Name)).DistinctBy(f => f.Name).ToList())
        {
            var value = parent[name];
            parent.Remove(name);
            Assert.True(IsRefused(() => AssessmentReport.Parse(written.ToJsonString())), name);
            Assert.True(IsRefused(() => JsonSerializer.Deserialize<AssessmentReport>(written.ToJsonString())), name);
            parent[name] = value;
            tried++;
        }

        Assert.True(tried > 25, $"{tried}");
        AssessmentReport.Parse(written.ToJsonString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"scheme\": 1}")]
    [InlineData("")]
    public void Parse_NoReport_IsAJsonException(string text) => Assert.Throws<JsonException>(() => AssessmentReport.Parse(text));

    [Theory]
    [InlineData("\"status\": \"notMet\"", "\"status\": \"failed\"")]
    [InlineData("\"status\": \"notMet\"", "\"status\": \"NotMet\"")]
    [InlineData("\"status\": \"notMet\"", "\"status\": 3")]
    [InlineData("\"status\": \"notMet\"", "\"status\": null")]
    [InlineData("\"evidence\": \"declared\"", "\"evidence\": \"declared, measured\"")]
    [InlineData("\"margin\": 12.31", "\"margin\": 12.310000000000000000000000000001")]
    [InlineData("\"margin\": 12.31", "\"margin\": 1231e-2")]
    [InlineData("\"margin\": 12.31", "\"margin\": \"12.31\"")]
    [InlineData("\"year\": 2022", "\"year\": 2022, \"year\": 2023")]
    [InlineData("\"scheme\": \"jingle-county\"", "\"scheme\": null")]
    public void Parse_WhatNoReportSays_IsAJsonException(string right, string wrong)
    {
        var text = Written.As(ReportFormat.Json, Language.Zh, Written.Jingle2022);
        Assert.Contains(right, text, StringComparison.Ordinal);

        Assert.Throws<JsonException>(() => AssessmentReport.Parse(text.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parse_FieldOfANewerVersion_IsIgnored()
    {
        var text = Written.As(ReportFormat.Json, Language.Zh, Written.Jingle2022);

        Assert.Equal(text, AssessmentReport.Parse(text.Insert(1, "\"later\": { \"status\": 7 },")).ToJson());
    }

    [Fact]
    public void Newtonsoft_NeitherWritesNorReadsAReport()
    {
        var report = AssessmentReport.Of(Written.Jingle2022, Language.Zh);

        Assert.Throws<NotSupportedException>(() => Newtonsoft.Json.JsonConvert.SerializeObject(report));
        Assert.ThrowsAny<Exception>(() => Newtonsoft.Json.JsonConvert.DeserializeObject<AssessmentReport>(report.ToJson()));
        Assert.ThrowsAny<Exception>(() => Newtonsoft.Json.JsonConvert.DeserializeObject<AssessmentReport>("{}"));
    }

    private static bool IsRefused(Action read) => Record.Exception(read) is JsonException;

    private static IEnumerable<(JsonObject Parent, string Name)> Fields(JsonNode? node) => node switch
    {
        JsonObject o => o.Select(f => (o, f.Key)).Concat(o.SelectMany(f => Fields(f.Value))),
        JsonArray a => a.SelectMany(Fields),
        _ => [],
    };

    private static Assessment Of(string sample, string plugin)
    {
        var plugins = Repo.In("samples", sample, "plugins");
        using var host = SchemeHost.Open(plugins, Repo.Plugins);
        return host.Assess(Facts.FactsReader.ReadFile(Path.Combine(plugins, plugin, "facts.json")).OrThrow()).OrThrow();
    }
}
