using System.Text.Json.Nodes;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>convert: the same facts in another kind of file, and nothing lost in silence.</summary>
[Trait("Category", "Slow")]
public sealed class ConvertCommandTests : IDisposable
{
    private static readonly string Jingle = Repo.In("samples/jingle-2022/facts.json");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv", "--scheme", "jingle-county")]
    [InlineData("xlsx")]
    public async Task Convert_ThereAndBack_IsTheSameFile(string end, params string[] scheme)
    {
        var (json, table, back) = (In("a.json"), In($"b.{end}"), In("c.json"));
        Assert.Equal((0, ""), Of(await ToolRun.Of("convert", Jingle, json)));
        Assert.Equal((0, ""), Of(await ToolRun.Of("convert", json, table)));
        Assert.Equal((0, ""), Of(await ToolRun.Of(["convert", table, back, .. scheme])));
        var (first, again) = (JsonNode.Parse(File.ReadAllText(json))!, JsonNode.Parse(File.ReadAllText(back))!);
        again["scheme"] = (string)first["scheme"]!;
        Assert.Equal(first.ToJsonString(), again.ToJsonString());

        // Judged alike, with what checks compare.
        var expected = await ToolRun.Of("check", Jingle);
        var actual = await ToolRun.Of("check", back);
        Assert.Equal(expected.Out.Count(c => c == '第'), actual.Out.Count(c => c == '第'));
    }

    [Fact]
    public async Task Convert_ManyPlaces_KeepsEveryFigure()
    {
        var (csv, sheet, back) = (In("各县.csv"), In("各县.xlsx"), In("又.csv"));
        File.WriteAllText(
            csv, "行政区代码,行政区名称,年份,序号,现状值\n甲,甲县,2022,3,28.50\n甲,甲县,2022,29,≥60\n"
                + "乙,乙县,2022,3,'=1+1\n乙,乙县,2022,29,无\n");
        Assert.Equal((0, ""), Of(await ToolRun.Of("convert", csv, sheet, "--scheme", "jingle-county")));
        Assert.Equal((0, ""), Of(await ToolRun.Of("convert", sheet, back)));
        var text = File.ReadAllText(back);
        Assert.Contains("28.50", text, StringComparison.Ordinal);
        Assert.Contains("≥60", text, StringComparison.Ordinal);
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);

        var run = await ToolRun.Of("convert", csv, In("一个.json"), "--scheme", "jingle-county");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR5327", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), Of(await ToolRun.Of("convert", csv, In("一个.json"), "--scheme", "jingle-county", "--place", "乙县")));
    }

    [Fact]
    public async Task Convert_WhatATableCannotHold_IsRefusedByName()
    {
        var json = In("a.json");
        File.WriteAllText(json, File.ReadAllText(Jingle).Replace("\"eco-plan\"", "\"no-such-row\"", StringComparison.Ordinal));
        var run = await ToolRun.Of("convert", json, In("b.csv"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("no-such-row", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(In("b.csv")));
    }

    [Theory]
    [InlineData("b.docx")]
    [InlineData("a.json")]
    [InlineData("old.csv")]
    public async Task Convert_WrongTarget_WritesNothing(string name)
    {
        File.Copy(Jingle, In("a.json"));
        File.WriteAllText(In("old.csv"), "old");
        var run = await ToolRun.Of("convert", In("a.json"), In(name));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(" IR", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(In("old.csv")));
        Assert.Equal(File.ReadAllText(Jingle), File.ReadAllText(In("a.json")));
    }

    [Fact]
    public async Task Result_InExcel_IsJudgedAgainAsItWas()
    {
        var result = In("结果.xlsx");
        Assert.Equal(0, (await ToolRun.Of("assess", Jingle, "--out", result)).ExitCode);
        var first = await ToolRun.Of("assess", Jingle, "--format", "json");
        var again = await ToolRun.Of("assess", result, "--format", "json");
        Assert.Equal((0, ""), Of(again));
        Assert.Equal(Verdicts(first.Out), Verdicts(again.Out));

        // And the paper of that is the same again, but for the hash of the file.
        var twice = In("又.xlsx");
        Assert.Equal(0, (await ToolRun.Of("assess", result, "--out", twice)).ExitCode);
        Assert.Equal(Verdicts(first.Out), Verdicts((await ToolRun.Of("assess", twice, "--format", "json")).Out));
    }

    [Fact]
    public async Task Result_OfManyInExcel_IsJudgedAgainAsItWas()
    {
        var (csv, result) = (In("各县.csv"), In("结果.xlsx"));
        File.WriteAllText(csv, "行政区代码,行政区名称,年份,序号,现状值\n甲,甲县,2021,3,28.50\n甲,甲县,2022,29,≥60\n乙,乙县,2022,3,15\n");
        await ToolRun.Of("assess", csv, "--scheme", "jingle-county", "--out", result);
        Assert.Equal(
            (await ToolRun.Of("assess", csv, "--scheme", "jingle-county", "--format", "csv")).Out,
            (await ToolRun.Of("assess", result, "--format", "csv")).Out);
    }

    private static string Verdicts(string json) => string.Join('\n', JsonNode.Parse(json)!["indicators"]!.AsArray()
        .Select(i => $"{i!["id"]} {i["status"]} {i["basis"]} {i["reasons"]?.ToJsonString()}"));

    private static (int, string) Of(ToolRun run) => (run.ExitCode, run.Error);

    private string In(string name) => Path.Combine(_folder.Path, name);
}
