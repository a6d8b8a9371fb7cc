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

    [Fact]
    public async Task ItemsAndGroups_HaveLinesAndVerdictsOfTheirOwn_InEveryReport()
    {
        var json = JsonDocument.Parse((await ItemsAndGroups("assess", "--format", "json")).Out).RootElement;
        Assert.Equal(
            [
                "farm-waste met", "farm-waste/Straw met", "farm-waste/Film met", "farm-waste/Manure notApplicable", "river met",
                "lake notApplicable", "ground notMet", "cover met", "cover/Town notMet",
            ],
            json.GetProperty("indicators").EnumerateArray().Select(i => $"{i.GetProperty("id")} {i.GetProperty("status")}"));
        var group = Assert.Single(json.GetProperty("groups").EnumerateArray());
        Assert.Equal("4 notMet", $"{group.GetProperty("number")} {group.GetProperty("status")}");
        Assert.Equal(["river", "lake", "ground"], group.GetProperty("rows").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(3, json.GetProperty("summary").GetProperty("total").GetInt32());

        foreach (var format in new[] { "table", "csv", "markdown" })
        {
            // Tables break lines where they are full.
            var text = string.Concat((await ItemsAndGroups("assess", "--format", format)).Out.Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains("农业废弃物综合利用率：秸秆", text, StringComparison.Ordinal);
            Assert.Contains("3项中至少2项须达标，达标1项，未达标1项（第4.3项“地下水水质达标率”），不适用1项", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("4", "至少 2 项达标：第4.1项“河流水质达标率”")]
    [InlineData("3", "各项均须达标，达标 2 项，不适用 1 项：达标")]
    [InlineData("3（1）", "现状值 92%，要求 ≥90%：达标，高出 2 个百分点")]
    [InlineData("农业废弃物综合利用率：地膜", "上级任务“回收”要求 ≥10 吨，实际 12 吨：达标，高出 2 吨")]
    [InlineData("farm-waste/Manure", "填的是“不涉及”：不适用")]
    public async Task Explain_TakesGroupsAndItems(string asked, string said) =>
        Assert.Contains(said, (await ItemsAndGroups("explain", asked)).Out, StringComparison.Ordinal);

    [Fact]
    public async Task ItemsAndGroups_JudgedInAnotherProcess_AreTheSame()
    {
        var here = await ItemsAndGroups("assess", "--format", "json");
        var there = await ItemsAndGroups("assess", "--format", "json", "--isolate");
        Assert.Equal(here.Out, there.Out);
    }

    [Fact]
    public async Task ItemsAndGroups_OfATable_TakeTasksAndCountAsInAReport()
    {
        using var folder = new TempFolder();
        var table = folder.In("facts.csv");
        File.WriteAllText(table, """
            行政区划代码,行政区名称,年份,指标,分项,现状值,上级任务
            a,甲县,2024,3,秸秆,92,
            a,甲县,2024,3,地膜,,已完成
            a,甲县,2024,3,畜禽粪污,不涉及,
            a,甲县,2024,4.1,,96,
            a,甲县,2024,4.2,,不涉及,
            a,甲县,2024,4.3,,80,
            a,甲县,2024,5,,70,
            a,甲县,2024,5,城区,30,
            b,乙县,2024,4,,96,
            b,乙县,2024,4.1,,96,
            b,乙县,2024,4.2,,93,
            b,乙县,2024,4.3,,预计90,
            """);
        var run = await Shape("items-and-groups", "assess", table, "--scheme", "nation", "--format", "csv", "--lang", "zh");
        var statuses = run.Out.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))
            .ToDictionary(c => $"{c[0]} {c[4]}", c => $"{c[5]} {c[6]}");
        Assert.Equal("met declared", statuses["a farm-waste"]);
        Assert.Equal("met declared", statuses["a farm-waste/Film"]);
        Assert.Equal("notMet measured", statuses["a water"]);
        Assert.Equal("met measured", statuses["b water"]);
        Assert.Contains("达标 3（其中自报 1），未达标 1，不适用 0，无法判定 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("IR2154: 第4项“水环境质量”是分组", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_WithoutARule_IsToldThatItsTaskHasNoEffect()
    {
        var run = await ItemsAndGroups("assess");
        Assert.Contains("IR2155: 第5项“绿化”的“村庄”没有单独判定，所填的上级任务不起作用。", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemsAndGroups_TakenOver_KeepTheirNumbersAndRules()
    {
        var run = await Shape("items-and-groups", "show", "main", "--lang", "zh");
        Assert.Contains("3（1） 农业废弃物综合利用率：秸秆 [waste/Straw]", run.Out, StringComparison.Ordinal);
        Assert.Contains("农业废弃物综合利用率：农药瓶 [waste/Bottles]", run.Out, StringComparison.Ordinal);
        Assert.Contains("水环境质量 [water] - 约束性：3 项中至少 2 项达标", run.Out, StringComparison.Ordinal);
        var item = await Shape("items-and-groups", "show", "main", "waste/Straw", "--lang", "zh");
        Assert.Contains("规则 [nation] scheme.json(", item.Out, StringComparison.Ordinal);
        Assert.Contains("Upper(\"nation\", \"near-term\")", item.Out, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> ItemsAndGroups(string verb, params string[] arguments)
    {
        using var folder = new TempFolder();
        var facts = folder.In("facts.json");
        File.WriteAllText(facts, """
            {"$schema": "facts.schema.json", "scheme": "nation", "place": {"code": "a", "name": "示例县", "level": "county"},
             "years": [{"year": 2024, "indicators": [{"id": "farm-waste", "items": [{"id": "秸秆", "value": 92},
             {"id": "Film", "task": {"figures": [{"name": "回收", "unit": "吨", "required": 10, "actual": 12}]}},
             {"id": "Manure", "value": "不涉及"}]}, {"id": "4.1", "value": 96}, {"id": "lake", "value": "不涉及"},
             {"id": "ground", "value": 80}, {"id": "cover", "value": 70, "items": [{"id": "Town", "value": 30},
             {"id": "Village", "value": 50, "task": {"state": "completed"}}]}]}]}
            """);
        return await Shape("items-and-groups", [verb, facts, .. arguments, "--lang", "zh"]);
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
