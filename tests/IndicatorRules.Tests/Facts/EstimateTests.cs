using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tests.Facts;

/// <summary>What is an estimate is declared: it decides where claims count, and nothing where measured evidence alone does.</summary>
public sealed class EstimateTests
{
    private static readonly SchemeHost Host = SchemeHost.Open(Repo.Plugins);

    public static TheoryData<string> Estimates =>
    [
        """ "value": "预计28" """, """ "value": "28（预计）" """, """ "value": 28, "estimated": true """, """ "value": "初步数28%" """,
        """ "value": { "atLeast": 28 }, "estimated": true """, """ "value": "≥28（2022年预计）" """,
    ];

    [Theory]
    [MemberData(nameof(Estimates))]
    public void Assess_EstimatedFigure_IsDeclaredAndSaysSo(string value)
    {
        var row = Row(value, Evidence.Declared);

        Assert.Equal((Status.Met, Basis.Declared, Status.Undetermined), (row.Status, row.Basis, row.Verdict.Proven));
        Assert.Contains(row.Reasons(Language.Zh), r => r.Contains("预计数，按填报计", StringComparison.Ordinal));
        Assert.Contains(row.Reasons(Language.En), r => r.Contains("an estimate", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Estimates))]
    public void Assess_MeasuredEvidenceAlone_LeavesItOut(string value)
    {
        var row = Row(value, Evidence.Measured);

        Assert.Equal((Status.Undetermined, (Basis?)null), (row.Status, row.Basis));
        Assert.Contains(row.Reasons(Language.Zh), r => r.Contains("无法", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_SameFigureMeasured_IsMeasured()
    {
        var row = Row(""" "value": 28, "remark": "省厅核定" """, Evidence.Declared);

        Assert.Equal((Status.Met, Basis.Measured), (row.Status, row.Basis));
        Assert.Equal("28（省厅核定）", row.Facts!.Own.Value.Text);
    }

    [Fact]
    public void Batch_WithAndWithoutReasons_JudgesAsAssess()
    {
        foreach (var withReasons in (bool[])[false, true])
        {
            var options = new BatchOptions { Scheme = "jingle-county", WithReasons = withReasons };
            using var batch = Host.OpenBatch(options).OrThrow();
            var file = File(""" "value": "预计28" """);
            var year = Assert.Single(batch.Assess(file).Years);
            var assessment = Host.Assess(file).Value!;

            Assert.Equal(assessment.Indicators.Select(v => v.Verdict), year.Indicators.Select(r => r.Verdict));
            Assert.Contains(year.Indicators, r => r.Verdict.Proven == Status.Undetermined && r.Verdict.Claimed == Status.Met);
        }
    }

    [Fact]
    public void Assess_Isolated_JudgesAndSaysTheSame()
    {
        using var isolated = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Repo.Plugins],
            Isolation = new IsolationOptions(),
        });
        var file = File(""" "value": "预计28" """);

        var (here, there) = (Host.Assess(file).Value!, isolated.Assess(file).Value!);

        Assert.Equal(here.Indicators.Select(v => v.Verdict), there.Indicators.Select(v => v.Verdict));
        Assert.Equal(here.Indicators.SelectMany(v => v.Reasons(Language.Zh)), there.Indicators.SelectMany(v => v.Reasons(Language.Zh)));
    }

    [Fact]
    public void AsEstimate_Absence_IsTheCallersMistake() => Assert.Throws<InvalidOperationException>(
        () => Reading.Absent(AbsenceKind.NotReported).AsEstimate());

    [Fact]
    public void AsEstimate_Twice_SaysItOnce()
    {
        Assert.Equal("28（预计）", Reading.Number(28).AsEstimate().AsEstimate().Text);
        Assert.Equal("预计28", Reading.Number(28, "预计28").AsEstimate().Text);
        Assert.NotEqual(Reading.Number(28, "预计28"), Reading.Number(28, "预计28").AsEstimate());
    }

    private static IndicatorVerdict Row(string value, Evidence evidence) =>
        Host.Assess(File(value), new AssessOptions { Evidence = evidence }).Value!.Find("eco-appraisal-share")!;

    private static FactsFile File(string value)
    {
        var text = $$"""
            {
              "$schema": "x", "scheme": "jingle-county",
              "place": {
                "code": "tiny", "name": "小县",
                "attributes": [
                  { "id": "Climate", "choice": "半湿润地区" },
                  { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }
                ]
              },
              "years": [{ "year": 2022, "indicators": [{ "id": "eco-appraisal-share", {{value}} }] }]
            }
            """;
        return FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(text), "f.json").OrThrow()).OrThrow();
    }
}
