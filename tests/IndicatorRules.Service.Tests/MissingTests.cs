using System.Text;
using System.Text.Json.Nodes;
using NSwag;

namespace IndicatorRules.Service.Tests;

/// <summary>Which figure would decide, by a small scheme with alternatives, dated targets, comparisons and a conclusion.</summary>
public sealed class MissingTests : IDisposable
{
    private const string Scheme = """
        {
          "$schema": "scheme.schema.json", "id": "small", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "baseYear": 2020,
          "title": "小表", "issuer": "某县", "level": "county", "source": { "document": "规划", "table": "1" },
          "stages": [{ "id": "near", "name": "近期", "year": 2022 }, { "id": "far", "name": "远期", "year": 2030 }],
          "domains": [{ "id": "d", "name": "领域", "tasks": [{ "id": "t", "name": "任务" }] }],
          "indicators": [
            { "id": "either", "number": 1, "task": "t", "name": "之一", "unit": "%", "binding": "binding", "target": "≥20",
              "rule": "Items.A.AtLeast(20) | Items.B.AtLeast(20)",
              "items": [{ "id": "A", "name": "甲率", "unit": "%", "direction": "higher" },
                        { "id": "B", "name": "乙率", "unit": "%", "direction": "higher" }] },
            { "id": "both", "number": 2, "task": "t", "name": "兼有", "unit": "%", "binding": "binding", "target": "≥20",
              "rule": "(Items.A.AtLeast(20) | Items.B.AtLeast(20)) & Items.C.AtLeast(5)",
              "items": [{ "id": "A", "name": "甲率", "unit": "%", "direction": "higher" },
                        { "id": "B", "name": "乙率", "unit": "%", "direction": "higher" },
                        { "id": "C", "name": "丙率", "unit": "%", "direction": "higher" }] },
            { "id": "staged", "number": 3, "task": "t", "name": "分期", "unit": "%", "binding": "binding", "target": "≥20",
              "rule": "AtLeast(20)",
              "stages": [{ "id": "near", "target": "≥30", "rule": "AtLeast(30)" },
                         { "id": "far", "target": "≥40", "rule": "AtLeast(40)" }] }
          ]
        }
        """;

    private readonly TempFolder _folder = new();

    public MissingTests() => _folder.Write("plugins/small/scheme.json", Scheme);

    public void Dispose() => _folder.Dispose();

    [Theory]
    // Of “甲 or 乙”, a failed 甲 leaves 乙; a met 甲 leaves nothing of it, and 丙 decides alone.
    [InlineData("either", """{ "id": "either", "items": [{ "id": "A", "value": 10 }] }""", "乙率")]
    [InlineData("either", """{ "id": "either", "items": [{ "id": "A", "value": 30 }] }""", "")]
    [InlineData("either", """{ "id": "either", "items": [] }""", "甲率 乙率")]
    [InlineData("both", """{ "id": "both", "items": [{ "id": "A", "value": 30 }] }""", "丙率")]
    [InlineData("both", """{ "id": "both", "items": [{ "id": "C", "value": 9 }] }""", "甲率 乙率")]
    [InlineData("both", """{ "id": "both", "items": [{ "id": "C", "value": 1 }] }""", "")]
    public async Task Figures_ThatStillDecide_AreNamed(string id, string indicator, string figures)
    {
        var row = (await AskAsync(indicator)).AsArray().SingleOrDefault(r => (string?)r!["id"] == id);
        var lacking = row?["lacking"]?.AsArray().Select(l => (string)l!) ?? [];
        Assert.Equal(figures.Split(' ', StringSplitOptions.RemoveEmptyEntries), lacking.Select(l => l.Split('“', '”')[1]));
    }

    [Fact]
    public async Task TargetThatIsDue_AndOpen_IsNamedWithItsYear()
    {
        var rows = await AskAsync("""{ "id": "staged", "value": 25 }""");
        var row = rows.AsArray().Single(r => (string?)r!["id"] == "staged")!;
        // The row itself is decided, and the far target is not due.
        Assert.Equal(("met", 0), ((string)row["status"]!, row["lacking"]!.AsArray().Count));
        var stage = Assert.Single(row["stages"]!.AsArray())!;
        Assert.Equal(("near", true, "undetermined"), ((string)stage["id"]!, (bool)stage["due"]!, (string)stage["status"]!));
        Assert.StartsWith("2022 年“分期”", (string)Assert.Single(stage["lacking"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conclusions_AreComparedToo()
    {
        var plugins = Repo.In("samples/assessment-rule/plugins");
        await using var service = await ServiceUnderTest.StartAsync(plugins: plugins);
        var facts = File.ReadAllBytes(Path.Combine(plugins, "beiling-rivers/facts.json"));
        var told = await service.PostAsync("/diff?lang=en&set=7=60", facts);
        Assert.True(told.Status == 200, told.Text);
        Assert.Equal("Good", (string?)told.Json["before"]!["conclusion"]!["grade"]);
        Assert.Contains("Points: 86.2222", told.Json["after"]!["conclusion"]!["reasons"]!.AsArray().Select(r => (string?)r));
        var row = Assert.Single(told.Json["rows"]!.AsArray())!;
        Assert.Equal(("9.15/10", "0/10"), ((string)row["before"]!["points"]!, (string)row["after"]!["points"]!));
        var document = await OpenApiDocument.FromJsonAsync((await service.GetAsync("/openapi/v1.json")).Text);
        Assert.Empty(document.Components.Schemas["Difference"].Validate(told.Text, NJsonSchema.SchemaType.OpenApi3).Select(e => $"{e}"));
    }

    private async Task<JsonNode> AskAsync(string indicator)
    {
        await using var service = await ServiceUnderTest.StartAsync(plugins: _folder.In("plugins"));
        var told = await service.PostAsync("/missing", Encoding.UTF8.GetBytes($$"""
            { "scheme": "small", "place": { "code": "1", "name": "甲县" }, "years": [{ "year": 2023, "indicators": [{{indicator}}] }] }
            """));
        Assert.True(told.Status == 200, told.Text);
        var document = await OpenApiDocument.FromJsonAsync((await service.GetAsync("/openapi/v1.json")).Text);
        Assert.Empty(document.Components.Schemas["Missing"].Validate(told.Text, NJsonSchema.SchemaType.OpenApi3).Select(e => $"{e}"));
        return told.Json["rows"]!;
    }
}
