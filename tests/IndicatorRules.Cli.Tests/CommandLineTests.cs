using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>What holds for every verb.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("asses")]
    [InlineData("assess")]
    [InlineData("assess", "a.json", "--formt", "json")]
    [InlineData("assess", "a.json", "--format", "pdf")]
    [InlineData("assess", "a.json", "--year", "soon")]
    [InlineData("assess", "a.json", "--lang", "fr")]
    [InlineData("assess", "a.json", "--fail-on", "everything")]
    [InlineData("validate")]
    [InlineData("test")]
    [InlineData("explain", "a.json")]
    [InlineData("show")]
    public async Task Run_WrongCommand_ExitsWithTwoAndSaysHowToGetHelp(params string[] arguments)
    {
        var run = await ToolRun.In(Repo.Root, arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2022.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("")]
    public async Task Run_NumberThatIsNone_IsToldInBothLanguagesWithoutATypesName(string year)
    {
        var run = await ToolRun.In(Repo.Root, ["assess", "a.json", "--year", year]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"`--year` 要填整数，不能是 `{year}` / `--year` takes a whole number, not `{year}`", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Verbs_Each_IsMadeByItsName() =>
        Assert.All(Tool.Verbs, v => Assert.Equal(v.Key, v.Value(new Terminal(TextWriter.Null, TextWriter.Null, Terminal.DefaultWidth), Repo.Root).Name));

    [Theory]
    [InlineData("--help")]
    [InlineData("assess", "--help")]
    public async Task Run_Help_IsAResult(params string[] arguments)
    {
        var run = await ToolRun.In(Repo.Root, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("--help", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_WritesNothingAndExitsWithOne()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var run = await ToolRun.In(Repo.Root, ["assess", Repo.Sample("jingle-2022"), "--plugins", Repo.Plugins], cancelled.Token);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OutThatCannotBeWritten_ExitsWithOne()
    {
        using var folder = new TempFolder();
        var taken = Directory.CreateDirectory(Path.Combine(folder.Path, "report.csv"));

        var run = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--format", "csv", "--out", taken.FullName);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AsAProcess_GivesTheSameAsInThisOne()
    {
        var here = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--format", "json");
        var process = await ToolRun.AsProcess("assess", Repo.Sample("jingle-2022"), "--format", "json");

        Assert.Equal(here, process);
    }

    [Theory]
    [InlineData(2, "assess", "no-such-file.json")]
    [InlineData(2, "assess", "--no-such-option")]
    [InlineData(3, "assess", "samples/jingle-2022/facts.json", "--fail-on", "not-met")]
    public async Task Run_AsAProcess_ExitsAsTold(int code, params string[] arguments)
    {
        var run = await ToolRun.AsProcess(arguments);

        Assert.Equal(code, run.ExitCode);
        Assert.Equal(code == 2, run.Out.Length == 0);
        Assert.Equal(code == 2, run.Error.Length > 0);
    }

    [Fact]
    public async Task Run_WithoutPluginsBeside_UsesTheShippedOnes()
    {
        using var folder = new TempFolder();

        var run = await ToolRun.In(folder.Path, ["list"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
