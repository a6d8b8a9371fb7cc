using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>template: undetermined everywhere while it is empty, and read back when it is filled in.</summary>
[Trait("Category", "Slow")]
public sealed class TemplateCommandTests : IDisposable
{
    private static readonly string Jingle = Repo.In("samples/jingle-2022/facts.json");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("form.json")]
    [InlineData("form.csv")]
    public async Task Template_LeftEmpty_IsUndeterminedEverywhere(string name)
    {
        var file = await Made(name);

        var run = await ToolRun.Of("assess", file, "--scheme", "jingle-county", "--format", FormatOf(name));

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains("IR", StringComparison.Ordinal)),
            line => Assert.Contains("IR5106", line, StringComparison.Ordinal));
        Assert.All(Statuses(name, run.Out), s => Assert.Equal("undetermined", s.Value));
        Assert.Equal(38, Statuses(name, run.Out).Count);
    }

    [Theory]
    [InlineData("form.json")]
    [InlineData("form.csv")]
    public async Task Template_FilledIn_IsJudged(string name)
    {
        var file = await Made(name, "--year", "2023");
        Fill(file, "eco-appraisal-share", "28");

        var run = await ToolRun.Of("assess", file, "--scheme", "jingle-county", "--format", FormatOf(name));

        var statuses = Statuses(name, run.Out);
        Assert.Equal("met", statuses["eco-appraisal-share"]);
        Assert.Equal(37, statuses.Count(s => s.Value == "undetermined"));
    }

    [Fact]
    public async Task Template_OfAYearThatTheFactsHave_IsFilledIn()
    {
        var form = Path.Combine(_folder.Path, "form.xlsx");
        var run = await ToolRun.Of("template", "jingle-county", "--facts", Jingle, "--year", "2022", "--out", form, "--lang", "zh");

        // What a form has no cell for is told.
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning IR5270", run.Error, StringComparison.Ordinal);
        Assert.Contains("第7项“环境空气质量”", run.Error, StringComparison.Ordinal);
        var (first, again) = (await ToolRun.Of("assess", Jingle, "--format", "json"), await ToolRun.Of("assess", form, "--format", "json"));
        Dictionary<string, string> Of(ToolRun one) => JsonNode.Parse(one.Out)!["indicators"]!.AsArray()
            .ToDictionary(i => $"{i!["id"]}", i => $"{i!["status"]} {i["basis"]}");
        var (judged, filled) = (Of(first), Of(again));
        Assert.Equal(2022, (int)JsonNode.Parse(again.Out)!["year"]!);
        // A rate of change has no cell; what is set from above and done has.
        Assert.Equal(["energy-per-gdp", "water-per-gdp"], judged.Where(v => filled[v.Key] != v.Value).Select(v => v.Key));
    }

    [Fact]
    public async Task Template_OfOlderFacts_HasNoValuesOfLastYear()
    {
        var form = Path.Combine(_folder.Path, "form.xlsx");
        await ToolRun.Of("template", "jingle-county", "--facts", Jingle, "--year", "2025", "--out", form);
        var back = Path.Combine(_folder.Path, "back.csv");

        Assert.Equal(0, (await ToolRun.Of("convert", form, back)).ExitCode);
        Assert.DoesNotContain("52.91", File.ReadAllText(back), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form.json")]
    [InlineData("form.csv")]
    public async Task Template_OfLastFacts_KeepsTheirPlaceAndYear(string name)
    {
        var file = await Made(name, "--facts", Jingle);
        var text = File.ReadAllText(file);
        Assert.Contains("静乐县", text, StringComparison.Ordinal);
        Assert.Contains("2023", text, StringComparison.Ordinal);
        // What was carried over is judged as it was.
        var run = await ToolRun.Of(["assess", file, "--scheme", "jingle-county", .. YearOf(name), "--format", FormatOf(name)]);
        var statuses = Statuses(name, run.Out, 2022);
        Assert.Equal("met", statuses["eco-appraisal-share"]);
        Assert.Equal("notMet", statuses["eco-plan"]);
        Assert.DoesNotContain("error", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-2023", 3)]
    [InlineData("２０２１～２０２３年", 3)]
    [InlineData("2021", 1)]
    public async Task Template_OfYears_HasThemAll(string years, int count)
    {
        var json = JsonNode.Parse(File.ReadAllText(await Made("form.json", "--years", years)))!;
        Assert.Equal(count, json["years"]!.AsArray().Count);
        Assert.Equal(2021, (int)json["years"]![0]!["year"]!);
    }

    [Theory]
    [InlineData("form.json", "--years", "2025-2021")]
    [InlineData("form.json", "--years", "去年")]
    [InlineData("form.csv", "--years", "1900")]
    [InlineData("form.xlsx", "--years", "2021-2023")]
    [InlineData("form.txt", "--year", "2023")]
    public async Task Template_OfWrongOptions_IsRefusedAndWritesNothing(string name, string option, string value)
    {
        var file = Path.Combine(_folder.Path, name);
        var run = await ToolRun.Of("template", "jingle-county", "--out", file, option, value, "--lang", "zh");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("命令有误：", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Template_TwoPlacesInColumns_AreBothJudged()
    {
        var table = _folder.Write("wide.csv", "年份,序号,指标名称,静乐县,140927\n2022,3,生态文明建设工作占党政实绩考核的比例,28,10\n");
        var run = await ToolRun.Of("assess", table, "--scheme", "jingle-county");
        Assert.Contains("静乐县,2022,jingle-county@1.0.0,3,eco-appraisal-share,met,", run.Out, StringComparison.Ordinal);
        Assert.Contains("140927,2022,jingle-county@1.0.0,3,eco-appraisal-share,notMet,", run.Out, StringComparison.Ordinal);
        Assert.Contains("IR5243", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> Made(string name, params string[] options)
    {
        var file = Path.Combine(_folder.Path, name);
        var run = await ToolRun.Of(["template", "jingle-county", "--out", file, .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return file;
    }

    private static void Fill(string file, string indicator, string value)
    {
        var text = File.ReadAllText(file);
        var filled = file.EndsWith(".csv", StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(l => l.Contains($",{indicator},", StringComparison.Ordinal)
                ? l.Replace(",%,,", $",%,{value},", StringComparison.Ordinal) : l))
            : System.Text.RegularExpressions.Regex.Replace(
                text, $"(\"id\": \"{indicator}\",\\s*\"value\": )\"\"", $"${{1}}{value}");
        Assert.NotEqual(text, filled);
        File.WriteAllText(file, filled);
    }

    // A table is judged as a batch.
    private static string FormatOf(string name) => name.EndsWith(".csv", StringComparison.Ordinal) ? "csv" : "json";

    private static string[] YearOf(string name) => FormatOf(name) == "csv" ? [] : ["--year", "2022"];

    // By indicator; of one year where the result has several.
    private static Dictionary<string, string> Statuses(string name, string json, int? year = null) =>
        name.EndsWith(".csv", StringComparison.Ordinal)
            ? json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))
                .Where(r => year is null || r[1] == $"{year}").ToDictionary(r => r[4], r => r[5])
            : JsonDocument.Parse(json).RootElement.GetProperty("indicators").EnumerateArray()
                .ToDictionary(r => r.GetProperty("id").GetString()!, r => r.GetProperty("status").GetString()!);
}
