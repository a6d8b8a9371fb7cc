using IndicatorRules.Cli.Tests.Support;
using NJsonSchema;

namespace IndicatorRules.Cli.Tests;

public sealed class CheckCommandTests
{
    private static readonly string Jingle = Repo.Sample("jingle-2022");

    [Fact]
    public async Task Check_Sample_PrintsTheFindingsAndIsDone()
    {
        var run = await ToolRun.Of("check", Jingle);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("102.7% 与 100 不一致", run.Out, StringComparison.Ordinal);
        Assert.Contains("数据矛盾 12 处：\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("缺少佐证 18 处：\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("facts.json(", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("发现 30 处问题：数据矛盾 12 处，缺少佐证 18 处。\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_English_HasNoChineseSentences()
    {
        var run = await ToolRun.Of("check", Jingle, "--lang", "en");

        Assert.Contains("102.7% and 100 do not agree", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("15 checks, 30 findings: 12 contradictions, 18 without evidence.\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Check_Json_FollowsTheSchema(string language)
    {
        var run = await ToolRun.Of("check", Jingle, "--format", "json", "--lang", language);

        var schema = await JsonSchema.FromFileAsync(Repo.In("schemas", "findings.schema.json"));
        Assert.Empty(schema.Validate(run.Out));
        Assert.NotEmpty(schema.Validate(run.Out.Replace("\"check\"", "\"chek\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Check_FailOn_EndsWithThreeOnFindings()
    {
        Assert.Equal(3, (await ToolRun.Of("check", Jingle, "--fail-on", "findings")).ExitCode);
        Assert.Equal(0, (await ToolRun.Of("check", Jingle, "--fail-on", "findings", "--scheme", "national-revised")).ExitCode);
    }

    [Fact]
    public async Task Check_Annotate_WritesACopyAndNeverOverwrites()
    {
        using var folder = new TempFolder();
        var (form, copy) = (Path.Combine(folder.Path, "填报表.xlsx"), Path.Combine(folder.Path, "意见表.xlsx"));
        await ToolRun.Of("template", "jingle-county", "--facts", Jingle, "--out", form);
        var before = await File.ReadAllBytesAsync(form);
        var run = await ToolRun.Of("check", form, "--year", "2022", "--annotate", copy);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($"问题已写入 {copy}\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(form));
        var written = await File.ReadAllBytesAsync(copy);
        // The copy is a form as well, with the same findings.
        Assert.Equal(
            run.Out.Split("问题已写入")[0].Replace("填报表.xlsx", "意见表.xlsx", StringComparison.Ordinal),
            (await ToolRun.Of("check", copy, "--year", "2022")).Out);

        var again = await ToolRun.Of("check", form, "--annotate", copy);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("IR5328", again.Error, StringComparison.Ordinal);
        Assert.Equal(written, await File.ReadAllBytesAsync(copy));
    }

    [Fact]
    public async Task Check_AnnotateWhatCannotBeJudged_StillNamesItsFaults()
    {
        using var folder = new TempFolder();
        var (form, copy) = (Path.Combine(folder.Path, "空表.xlsx"), Path.Combine(folder.Path, "意见.xlsx"));
        await ToolRun.Of("template", "jingle-county", "--out", form);
        var run = await ToolRun.Of("check", form, "--annotate", copy);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR5322", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(copy));
    }

    [Fact]
    public async Task Check_AnnotateOtherFiles_IsRefused()
    {
        Assert.Contains("IR5326", (await ToolRun.Of("check", Jingle, "--annotate", "out.xlsx")).Error, StringComparison.Ordinal);
        Assert.Contains("IR5326", (await ToolRun.Of("check", "a.xlsx", "--annotate", "out.csv")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Repo.Root, "out.csv")));
    }

    [Fact]
    public async Task Check_WrongInput_EndsWithTwo()
    {
        Assert.Equal(2, (await ToolRun.Of("check", "nowhere.json")).ExitCode);
        Assert.Equal(2, (await ToolRun.Of("check", Jingle, "--year", "1999")).ExitCode);
    }
}
