using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>The questions of a director: what if, which rows are in danger, how far to 2025 and 2030.</summary>
[Trait("Category", "Slow")]
public sealed class DirectorsQuestionsTests
{
    private static readonly string Jingle = Repo.Sample("jingle-2022");

    [Theory]
    [InlineData("29=48.5")]
    [InlineData("第29项=48.5")]
    [InlineData("农村生活污水治理率=48.5%")]
    [InlineData("rural-sewage＝４８.５")]
    public async Task Set_NumberNameOrId_ShowsTheChangedRowAloneAndTouchesNoFile(string set)
    {
        var before = File.ReadAllBytes(Jingle);
        var run = await ToolRun.Of("assess", Jingle, "--set", set);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("农村生活污水治理率", run.Out, StringComparison.Ordinal);
        Assert.Contains("还差 1.5 个百分点", run.Out, StringComparison.Ordinal);
        Assert.Contains("变差", run.Out, StringComparison.Ordinal);
        Assert.Contains("达标 34 → 33，未达标 1 → 2", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("河长制", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Jingle));
    }

    [Fact]
    public async Task Set_SeveralAndAnItemAndAState_AreAllSupposed()
    {
        var run = await ToolRun.Of("assess", Jingle, "--set", "24/秸秆综合利用率=80", "--set", "1=制定实施");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("农业废弃物综合利用率", run.Out, StringComparison.Ordinal);
        Assert.Contains("生态文明建设规划", run.Out, StringComparison.Ordinal);
        Assert.Contains("变好", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("29=48.5,3=15")]
    [InlineData("29=48.5；第３项＝15")]
    [InlineData("29=48.5、生态文明建设工作占党政实绩考核的比例=15%")]
    public async Task Set_SeveralWithCommas_AreAllSupposed(string set)
    {
        var run = await ToolRun.Of("assess", Jingle, "--set", set);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("达标 34 → 32，未达标 1 → 3", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_CommaOfAThousand_IsPartOfTheValue()
    {
        var run = await ToolRun.Of("assess", Jingle, "--set", "29=1,200");

        Assert.Contains("假设 29 = 1,200", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public async Task Only_ForPapers_IsRefused(string ending)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, $"结果.{ending}");
        var run = await ToolRun.Of("assess", Jingle, "--only", "3", "--out", path);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"不用于 {ending}", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [InlineData("命令有误：`--set` 不能写 `29`", "--set", "29")]
    [InlineData("命令有误：`--set` 不能写 `=5`", "--set", "=5")]
    [InlineData("命令有误：`--set` 只列出会变的判定", "--set", "29=48.5", "--format", "csv")]
    [InlineData("命令有误：`--set` 不和 `--only`", "--set", "29=48.5", "--only", "met")]
    [InlineData("99=5: error IR5001", "--set", "99=5")]
    public async Task Set_WrongWords_AreRefused(string message, params string[] options)
    {
        var run = await ToolRun.Of(["assess", Jingle, .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-met", 1)]
    [InlineData("未达标", 1)]
    [InlineData("不达标", 1)]
    [InlineData("未达标，自报", 6)]
    [InlineData("declared", 5)]
    [InlineData("不适用,未达标", 4)]
    public async Task Only_WordsInEitherLanguage_ListTheseRowsAndCountAll(string only, int rows)
    {
        var run = await ToolRun.Of("assess", Jingle, "--only", only, "--format", "csv");
        var table = await ToolRun.Of("assess", Jingle, "--only", only);

        // A row may take several lines, all with its number.
        var lines = run.Out.Split('\n').Where(l => l.StartsWith("jingle-county", StringComparison.Ordinal));
        Assert.Equal(rows, lines.Select(l => l.Split(',')[4]).Distinct().Count());
        Assert.Contains($"只列出 {rows} 项，共评判 38 项。", table.Out, StringComparison.Ordinal);
        Assert.Contains("合计 38 项：达标 34（其中自报 5），未达标 1", table.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3,29")]
    [InlineData("第29项，３")]
    [InlineData("农村生活污水治理率、3")]
    [InlineData("3", "29")]
    [InlineData("3", "--only", "rural-sewage")]
    public async Task Only_NumbersAndNames_ListTheseRows(params string[] only)
    {
        var run = await ToolRun.Of(["assess", "--only", .. only, Jingle, "--format", "csv"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["3", "29"], run.Out.Split('\n').Where(l => l.StartsWith("jingle-county", StringComparison.Ordinal))
            .Select(l => l.Split(',')[7]));
    }

    [Fact]
    public async Task Only_KindsAndNumbers_AreAnyOfThem()
    {
        var run = await ToolRun.Of("assess", Jingle, "--only", "29,未达标", "--format", "csv");

        Assert.Equal(["1", "29"], run.Out.Split('\n').Where(l => l.StartsWith("jingle-county", StringComparison.Ordinal))
            .Select(l => l.Split(',')[7]));
    }

    [Fact]
    public async Task Set_WhatCannotBeRead_IsNoImprovement()
    {
        var run = await ToolRun.Of("assess", Jingle, "--set", "1=很快制定");

        Assert.Contains("无法判定", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("变好", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("nomet")]
    [InlineData("没达标")]
    public async Task Only_WhatIsNeither_SaysWhatThereIs(string only)
    {
        var run = await ToolRun.Of("assess", Jingle, "--only", only);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"--only {only}: error IR5001", run.Error, StringComparison.Ordinal);
        Assert.Contains("`--only` 写序号、名称，或者：not-met", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sort_ByMargin_PutsWhatIsNotMetFirstAndThenWhatIsTight()
    {
        var run = await ToolRun.Of("assess", Jingle, "--sort", "余量", "--only", "未达标,压线", "--format", "csv");

        var numbers = run.Out.Split('\n').Where(l => l.StartsWith("jingle-county", StringComparison.Ordinal))
            .Select(l => l.Split(',')[7]).ToList();
        Assert.Equal("1", numbers[0]);
        Assert.Equal(["5", "10"], numbers[1..3]);
        Assert.True(numbers.IndexOf("24") < numbers.IndexOf("23"), string.Join(' ', numbers));
    }

    [Fact]
    public async Task Stages_Jingle_TellsEveryRowsWayInThreeForms()
    {
        var table = await ToolRun.Of("stages", Jingle);
        var csv = await ToolRun.Of("stages", Jingle, "--format", "csv");
        var json = await ToolRun.Of("stages", Jingle, "--format", "json");

        Assert.Equal((0, "", 0, 0), (table.ExitCode, table.Error, csv.ExitCode, json.ExitCode));
        Assert.Contains("2025年情况", table.Out, StringComparison.Ordinal);
        Assert.StartsWith("序号,指标,单位,现状值,2025年目标,2025年情况,2025年还差,2025年前每年须改善", csv.Out, StringComparison.Ordinal);
        using var read = System.Text.Json.JsonDocument.Parse(json.Out);
        Assert.Equal(38, read.RootElement.GetProperty("indicators").GetArrayLength());
    }

    [Fact]
    public async Task Stages_FigureThatFellShort_TellsHowMuchAndHowMuchAYear()
    {
        using var folder = new TempFolder();
        var facts = folder.Write("facts.json", File.ReadAllText(Jingle).Replace("5.87", "3", StringComparison.Ordinal));

        var run = await ToolRun.Of("stages", facts, "--format", "csv");

        Assert.Contains("还差 1.5 个百分点，平均每年须改善 0.5 个百分点,1.5,0.5", run.Out, StringComparison.Ordinal);
    }

    /// <summary>Policy staff read no ids, no English words and no names of types.</summary>
    [Theory]
    [InlineData("assess")]
    [InlineData("check")]
    [InlineData("stages")]
    [InlineData("explain", "29")]
    [InlineData("explain", "25")]
    [InlineData("explain", "8")]
    [InlineData("assess", "--set", "29=48.5")]
    [InlineData("assess", "--only", "压线")]
    public async Task ChineseOutput_HasNoIdsAndNoJargon(params string[] words)
    {
        var run = await ToolRun.Of([words[0], Jingle, .. words[1..]]);

        Assert.Equal(0, run.ExitCode);
        var said = System.Text.RegularExpressions.Regex.Matches(run.Out, "[A-Za-z][A-Za-z0-9.-]*").Select(m => m.Value).Distinct();
        // File names, units and abbreviations of the trade.
        string[] allowed = ["facts.json", "scheme.json", "check", "PM2.5", "GDP", "ug", "m3", "V", "COD"];
        Assert.Empty(said.Except(allowed));
    }
}
