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
    public async Task Check_WrongInput_EndsWithTwo()
    {
        Assert.Equal(2, (await ToolRun.Of("check", "nowhere.json")).ExitCode);
        Assert.Equal(2, (await ToolRun.Of("check", Jingle, "--year", "1999")).ExitCode);
    }
}
