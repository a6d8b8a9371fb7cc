using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Numbers as printed and kinds that the scheme names, as every verb shows and takes them.</summary>
public sealed class TableShapeTests
{
    private static readonly string Corpus = Repo.In("tests/corpus/good");

    [Theory]
    [InlineData("4（2）")]
    [InlineData("４(2)")]
    [InlineData("第4(2)项")]
    public async Task Show_TakesThePrintedNumber_InAnyWidth(string number)
    {
        var run = await Shape("printed-numbers", "show", "main", number, "--lang", "zh");
        Assert.StartsWith("4（2） 水质达标率 [water-quality]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ListsRowsAsTheTablesDo()
    {
        var run = await Shape("printed-numbers", "show", "main", "--lang", "zh");
        var numbers = run.Out.Split('\n').Where(l => l.Contains('%', StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]);
        Assert.Equal(["1", "4（1）", "特色1", "4（2）", "4.3", "参考1"], numbers);
    }

    [Fact]
    public async Task Show_OfANumberThatStartsAnew_NamesBothRows()
    {
        var run = await Shape("kinds", "show", "main", "1", "--lang", "zh");
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("第1项“林草覆盖率”（编号 `forest`）、第1项“果园比例”（编号 `orchard`）", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasTextNumbersAndKinds()
    {
        var printed = await Assessed("printed-numbers", "json");
        var numbers = JsonDocument.Parse(printed.Out).RootElement.GetProperty("indicators").EnumerateArray()
            .Select(i => $"{i.GetProperty("number")}");
        Assert.Equal(["1", "4（1）", "特色1", "4（2）", "4.3", "参考1"], numbers);

        var summary = JsonDocument.Parse((await Assessed("kinds", "json")).Out).RootElement.GetProperty("summary");
        Assert.Equal(2, summary.GetProperty("total").GetInt32());
        Assert.Equal(
            ["special False 2 1", "binding True 1 1", "expected True 1 0"],
            summary.GetProperty("byKind").EnumerateArray().Select(k =>
                $"{k.GetProperty("id")} {k.GetProperty("counted")} {k.GetProperty("total")} {k.GetProperty("met")}"));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public async Task Reports_CountEachKind(string format)
    {
        var run = await Assessed("kinds", format);
        Assert.Contains("合计 2 项：达标 1，未达标 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("特色（不计入合计） 2 项：达标 1，未达标 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("预期性 1 项：达标 0，未达标 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("合格", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_HasALineForEachKind()
    {
        var run = await Assessed("kinds", "csv");
        Assert.Contains("预期性小计,,预期性,,,,1 项：达标 0，未达标 1，不适用 0，无法判定 0", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_OfAllRows_RepeatTheRow_AndOneThatDoesNotApplyIsSaidSo()
    {
        using var folder = new TempFolder();
        var facts = folder.In("facts.json");
        File.WriteAllText(facts, """
            {"$schema": "facts.schema.json", "scheme": "main", "place": {"code": "a", "name": "示例县", "level": "county"},
             "years": [{"year": 2025, "indicators": [{"id": "forest", "value": 22}, {"id": "water", "value": 82},
             {"id": "wetland", "value": 60}, {"id": "growth", "value": 70}, {"id": "orchard", "value": 61}]}]}
            """);
        var run = await Shape("stages-of-all-rows", "assess", facts, "--format", "json", "--lang", "zh");
        var rows = JsonDocument.Parse(run.Out).RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(
            i => $"{i.GetProperty("id")}",
            i => string.Join(' ', i.GetProperty("stages").EnumerateArray()
                .Select(s => $"{s.GetProperty("id")} {s.GetProperty("target")} {s.GetProperty("status")}")));
        Assert.Equal("near-term ≥20 met far-term ≥25 undetermined", rows["forest"]);
        Assert.Equal("near-term ≥85 notMet far-term ≥80 undetermined", rows["water"]);
        Assert.Equal("near-term 不适用 notApplicable far-term ≥50 undetermined", rows["wetland"]);
        Assert.Equal("far-term ≥5 undetermined", rows["orchard"]);
        Assert.Contains("IR2144: 第4项“森林蓄积量增长率”填了 70，超出取值范围（-20 到 50）。", run.Error, StringComparison.Ordinal);
        Assert.Contains("IR2145: 第5项“果园比例”填了 61，超出取值范围（不大于 60）。", run.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> Assessed(string plugins, string format)
    {
        using var folder = new TempFolder();
        var facts = folder.In("facts.json");
        var others = plugins == "kinds" ? """, {"id": "water", "value": 70}, {"id": "terrace", "value": 6}""" : "";
        File.WriteAllText(facts, $$"""
            {"$schema": "facts.schema.json", "scheme": "main", "place": {"code": "a", "name": "示例县", "level": "county"},
             "years": [{"year": 2024, "indicators": [{"id": "forest", "value": 30}, {"id": "orchard", "value": 3}{{others}}]}]}
            """);
        return await Shape(plugins, "assess", facts, "--format", format, "--lang", "zh");
    }

    private static async Task<ToolRun> Shape(string plugins, params string[] arguments) =>
        await ToolRun.In(Repo.Root, [.. arguments, "--plugins", Path.Combine(Corpus, plugins)]);
}
