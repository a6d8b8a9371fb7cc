using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tests.Facts;

/// <summary>Facts written for a scheme with other units: the upper scheme judges what it can, and no figure becomes another.</summary>
public sealed class OtherUnitTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SchemeHost _host;

    public OtherUnitTests()
    {
        Write("upper", Scheme("upper", "[" + Row("area", 1, "亩", "AtLeast(10000)") + "," + Row("rate", 2, "%", "AtLeast(50)") + "]"));
        Write("lower", Scheme(
            "lower",
            """
            [
              {
                "id": "area", "from": ["upper"],
                "override": { "unit": "万亩", "rule": "AtLeast(1)", "target": "≥1", "because": "县里用万亩" }
              },
              { "id": "rate", "from": ["upper"] }
            ]
            """,
            """ "extends": [{ "id": "upper", "version": "[1.0.0,2.0.0)" }], """));
        var broken = Scheme("broken", "[" + Row("area", 1, "万亩", "AtLeast(1)") + "]");
        Write("broken", broken.Replace("\"level\"", "\"lvel\"", StringComparison.Ordinal));
        _host = SchemeHost.Open(_folder.Path);
    }

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("\"1.2万亩\"")]
    [InlineData("\"1.1-1.2\"")]
    public void Assess_ByTheUpperScheme_JudgesTheRestAndMarksTheRow(string value)
    {
        var assessed = _host.Assess(Facts("lower", value), new AssessOptions { Scheme = "upper" });

        Assert.Equal("IR5122", Assert.Single(assessed.Diagnostics).Id);
        Assert.Equal("IR5122", assessed.Value!.Find("area")!.Fault!.Id);
        Assert.Equal(Status.Met, assessed.Value!.Find("rate")!.Status);
        Assert.Equal(Status.Met, _host.Assess(Facts("lower", value)).Value!.Find("area")!.Status);
    }

    [Fact]
    public void Assess_UnitOfTheUpperSchemeWritten_IsJudgedByIt()
    {
        var assessed = _host.Assess(Facts("lower", "\"12000亩\""), new AssessOptions { Scheme = "upper" });

        Assert.Empty(assessed.Diagnostics);
        Assert.Equal(Status.Met, assessed.Value!.Find("area")!.Status);
    }

    [Fact]
    public void Assess_NamedSchemeBroken_SaysSoFirst()
    {
        var assessed = _host.Assess(Facts("broken", "12000"), new AssessOptions { Scheme = "upper" });

        Assert.Equal(("IR5123", Severity.Warning), (assessed.Diagnostics[0].Id, assessed.Diagnostics[0].Severity));
        Assert.Equal(Status.Met, assessed.Value!.Find("area")!.Status);
        Assert.Equal("IR3040", _host.Assess(Facts("broken", "12000")).Diagnostics[0].Id);
    }

    private void Write(string id, string scheme)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, id));
        File.WriteAllText(Path.Combine(_folder.Path, id, "scheme.json"), scheme);
    }

    private static string Scheme(string id, string indicators, string extends = "") => $$"""
        {
          "$schema": "x", "id": "{{id}}", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "虚构", "issuer": "虚构",
          "level": "county", "source": { "document": "虚构", "table": "1" }, {{extends}}
          "domains": [{ "id": "d", "name": "领域", "tasks": [{ "id": "t", "name": "任务" }] }],
          "indicators": {{indicators}}
        }
        """;

    private static string Row(string id, int number, string unit, string rule) => $$"""
        { "id": "{{id}}", "number": {{number}}, "task": "t", "name": "指标", "unit": "{{unit}}", "binding": "binding", "target": "≥1",
          "direction": "higher", "rule": "{{rule}}" }
        """;

    private static FactsFile Facts(string scheme, string area)
    {
        var text = $$"""
            {
              "$schema": "x", "scheme": "{{scheme}}", "place": { "code": "1", "name": "甲" },
              "years": [{ "year": 2022, "indicators": [{ "id": "area", "value": {{area}} }, { "id": "rate", "value": 60 }] }]
            }
            """;
        return FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(text), "f.json").OrThrow()).OrThrow();
    }
}
