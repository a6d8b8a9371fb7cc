using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>show --lineage and show --format json.</summary>
public sealed class LineageTests
{
    [Theory]
    [InlineData("composed")]
    [InlineData("left-out-and-replaced")]
    [InlineData("rest-taken-over")]
    [InlineData("three-levels")]
    public async Task Show_Lineage_IsAsExpected(string corpus)
    {
        var folder = Repo.In("tests", "corpus", "good", corpus);
        var run = await ToolRun.In(Repo.Root, ["show", "main", "--lineage", "--plugins", folder]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var expected = Path.Combine(folder, "lineage.txt");
        Assert.True(run.Out == (File.Exists(expected) ? await File.ReadAllTextAsync(expected) : ""),
            $"{corpus}/lineage.txt is to hold:\n{run.Out}");
    }

    [Fact]
    public async Task Show_LineageOfOneRow_NamesSchemeFileLineAndDocument()
    {
        var run = await ToolRun.Of("show", "jingle-county", "10", "--lineage");
        Assert.Contains("指标值: ≥55（国家） ≥53（省级）\n       ← jingle-county@1.0.0 scheme.json(", run.Out, StringComparison.Ordinal);
        Assert.Contains("规则: Place.Climate switch", run.Out, StringComparison.Ordinal);
        Assert.Contains("表2-1 第10行", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("不沿用", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Json_HasAnOriginForEveryFieldOfEveryRow()
    {
        var run = await ToolRun.Of("show", "jingle-county", "--format", "json");
        using var json = JsonDocument.Parse(run.Out);
        var rows = json.RootElement.GetProperty("indicators").EnumerateArray().ToList();
        Assert.Equal(38, rows.Count);
        Assert.All(rows, row => Assert.All(
            (string[])["number", "name", "unit", "binding", "target", "rule"],
            field => Assert.All(
                row.GetProperty("origins").GetProperty(field).EnumerateArray(), o => Assert.True(o.GetProperty("line").GetInt32() > 0))));
        Assert.All(rows, row => Assert.NotEmpty(row.GetProperty("rules").EnumerateArray()));
        var target = rows[9].GetProperty("origins").GetProperty("target");
        Assert.Equal("jingle-county@1.0.0", Assert.Single(target.EnumerateArray()).GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Show_UnknownRow_ExitsWithTwo() =>
        Assert.Equal(2, (await ToolRun.Of("show", "jingle-county", "eco-pan", "--lineage")).ExitCode);
}
