using System.Text.Json;
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

    [Fact]
    public async Task Result_OfOneInCsv_IsNextYearsInput()
    {
        var result = In("结果.csv");
        Assert.Equal(0, (await ToolRun.Of("assess", Jingle, "--out", result)).ExitCode);
        var (first, again) = (In("先.json"), In("又.json"));
        Assert.Equal(0, (await ToolRun.Of("convert", Jingle, first)).ExitCode);

        // It names its scheme, and holds the figures of tasks and what is said of items.
        Assert.Equal(0, (await ToolRun.Of("convert", result, again)).ExitCode);
        Assert.Equal(Judged(first), Judged(again));
        Assert.Equal(
            Verdicts((await ToolRun.Of("assess", Jingle, "--format", "json")).Out),
            Verdicts((await ToolRun.Of("assess", again, "--format", "json")).Out));

        // What was typed is printed again as it was, with its unit once.
        var table = Values((await ToolRun.Of("assess", result, "--place", "静乐县")).Out);
        Assert.Equal(Values((await ToolRun.Of("assess", Jingle)).Out), table);
        Assert.Contains(table, v => v.Contains("90.4%", StringComparison.Ordinal));

        // A figure that is written over in one of its two places is told.
        File.WriteAllText(result, File.ReadAllText(result).Replace("用水总量 1898/", "用水总量 1899/", StringComparison.Ordinal));
        var run = await ToolRun.Of("convert", result, In("三.json"), "--lang", "zh");
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("error IR5260", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_OfOneInCsv_IsJudgedWithoutTheOption()
    {
        var result = In("结果.csv");
        await ToolRun.Of("assess", Jingle, "--out", result);
        var batch = await ToolRun.Of("assess", result, "--lang", "zh");
        Assert.Equal(0, batch.ExitCode);
        Assert.Contains("达标 34（其中自报 5），未达标 1，不适用 3，无法判定 0", batch.Error, StringComparison.Ordinal);

        var table = In("表.csv");
        Assert.Equal(0, (await ToolRun.Of("convert", Jingle, table)).ExitCode);
        Assert.EndsWith((await ToolRun.Of("assess", table, "--lang", "zh")).Error, batch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Convert_Folder_IsOneTableOfItsPlacesAndYears()
    {
        var folder = Directory.CreateDirectory(In("各县")).FullName;
        void Write(string name, string code, int year, string scheme = "jingle-county") => File.WriteAllText(
            Path.Combine(folder, name), $$"""
            {"$schema": "facts.schema.json", "scheme": "{{scheme}}", "place": {"code": "{{code}}", "name": "{{code}}县", "attributes": [
             {"id": "Climate", "choice": "半湿润地区"}, {"id": "Terrain", "shares": {"Mountain": 49, "Hill": 37, "Plain": 14} } ] },
             "years": [{"year": {{year}}, "indicators": [{"id": "rural-sewage", "value": {{year - 1970}}}]}]}
            """);
        Write("1.json", "乙", 2021);
        Write("2.json", "甲", 2022);
        Write("3.json", "乙", 2022);
        var table = In("各县.csv");

        Assert.Equal(0, (await ToolRun.Of("convert", folder, table)).ExitCode);
        Assert.Equal(
            ["乙,乙县,2021", "乙,乙县,2022", "甲,甲县,2022"],
            File.ReadLines(table).Skip(1).Select(l => l.Split(',')).Select(c => $"{c[0]},{c[1]},{c[6]}"));
        var judged = await ToolRun.Of("assess", table, "--scheme", "jingle-county");
        Assert.Equal((await ToolRun.Of("assess", folder)).Out.Split('\n').Order(), judged.Out.Split('\n').Order());

        Write("4.json", "丙", 2022, "shanxi-trial");
        var run = await ToolRun.Of("convert", folder, In("又.csv"), "--lang", "zh");
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("error IR5269", run.Error, StringComparison.Ordinal);
    }

    // Facts but for what a report leaves out: dated targets and where figures come from; its units are written out.
    private static string Judged(string path)
    {
        var years = JsonNode.Parse(File.ReadAllText(path))!["years"]!.AsArray()[^1]!["indicators"]!.AsArray();
        foreach (var row in years.Select(r => r!.AsObject()))
        {
            foreach (var facts in (row["items"]?.AsArray() ?? []).Select(i => i!.AsObject()).Prepend(row))
            {
                foreach (var field in (string[])["targets", "bindings", "source", "unit"])
                {
                    facts.Remove(field);
                }

                if (facts["value"]?.GetValueKind() == JsonValueKind.String)
                {
                    facts["value"] = ((string)facts["value"]!).TrimEnd('%').Replace(" 公顷", "", StringComparison.Ordinal);
                }
                else if (facts["value"] is JsonValue number)
                {
                    facts["value"] = number.ToJsonString();
                }
            }
        }

        return years.ToJsonString();
    }

    // The column of the values in a table on the terminal.
    private static List<string> Values(string table) =>
        [.. table.Split('\n').Where(l => l.StartsWith('│')).Select(l => l.Split('│')[6].Trim())];

    private static string Verdicts(string json) => string.Join('\n', JsonNode.Parse(json)!["indicators"]!.AsArray()
        .Select(i => $"{i!["id"]} {i["status"]} {i["basis"]} {i["reasons"]?.ToJsonString()}"));

    private static (int, string) Of(ToolRun run) => (run.ExitCode, run.Error);

    private string In(string name) => Path.Combine(_folder.Path, name);
}
