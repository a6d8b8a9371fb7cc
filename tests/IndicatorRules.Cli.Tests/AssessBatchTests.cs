using System.Diagnostics;
using System.Globalization;
using System.Text;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary><c>assess</c> over a folder or a table, as users run it.</summary>
public sealed class AssessBatchTests : IDisposable
{
    private const int Places = 16_000;
    private const int Kills = 4;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Assess_Table_WritesTheResultAndTellsTheCounts()
    {
        var table = _folder.Write("table.csv", "place,year,indicator,value,气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区\n甲,2022,eco-index,60,半湿润,0,0,100\n甲,2022,eco-appraisal-share,28‰,,,,\n");
        var result = Path.Combine(_folder.Path, "out", "result.csv");

        var run = await ToolRun.Of("assess", table, "--scheme", "jingle-county", "--out", result);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.EndsWith("共 1 个县、1 个年度判出结果；有 1 行有错，没有计入。" + Environment.NewLine, run.Error, StringComparison.Ordinal);
        Assert.Contains("table.csv(3,1): error IR5004:", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 个行政区，1 个行政区年度：达标 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("甲,2022,jingle-county@1.0.0,10,eco-index,met,measured,,\n", await File.ReadAllTextAsync(result), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(result)!));
    }

    [Theory]
    [InlineData("甲,2022,没有这一项,1\n甲,2022,也没有,1\n", 2, "共 1 个县、0 个年度判出结果；有 2 行有错，没有计入。")]
    [InlineData("甲,2022,eco-plan,制定实施\n甲,2022,没有这一项,1\n", 2, "共 1 个县、1 个年度判出结果；有 1 行有错，没有计入。")]
    [InlineData("甲,2022,eco-plan,制定实施\n", 0, "")]
    public async Task Assess_RowsRefused_SaysSoLastAndByItsExitCode(string rows, int code, string last)
    {
        var table = _folder.Write("table.csv", "place,year,indicator,value,气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区\n" + rows.Replace(",1\n", ",1,半湿润,0,0,100\n", StringComparison.Ordinal).Replace("实施\n", "实施,半湿润,0,0,100\n", StringComparison.Ordinal));

        var run = await ToolRun.Of("assess", table, "--scheme", "jingle-county");

        Assert.Equal(code, run.ExitCode);
        Assert.EndsWith(last.Length == 0 ? "提醒 0" + Environment.NewLine : last + Environment.NewLine, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess", "3")]
    [InlineData("explain", "3")]
    [InlineData("check", "3")]
    public async Task EveryVerb_OneWrongUnit_JudgesTheRestAndExitsWithWrongInput(string verb, string indicator)
    {
        var text = await File.ReadAllTextAsync(Repo.Sample("jingle-2022"));
        var facts = _folder.Write("facts.json", text.Replace("\"rural-sewage\", \"value\": 52.91", "\"rural-sewage\", \"value\": \"52.91亩\"", StringComparison.Ordinal));

        var run = await ToolRun.Of(verb == "explain" ? [verb, facts, indicator] : [verb, facts]);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("error IR5004", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("填报数据有 1 处错误，所在的行没有计入。" + Environment.NewLine, run.Error, StringComparison.Ordinal);
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Assess_ManyBadRows_TellsTheFirstAndCountsTheRest()
    {
        var rows = string.Concat(Enumerable.Range(0, 80).Select(i => $"甲,{2000 + i},no-such,1\n"));

        var run = await ToolRun.Of("assess", _folder.Write("table.csv", "place,year,indicator,value\n" + rows), "--scheme", "jingle-county", "--lang", "en");

        Assert.Equal(50, run.Error.Split("IR5001").Length - 1);
        Assert.Contains("30 more problems are not listed", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strict")]
    [InlineData("--resume")]
    [InlineData("--format", "markdown")]
    [InlineData("--scheme", "national-revised")]
    public async Task Assess_TableThatCannotBeJudgedSo_ExitsWithWrongInput(params string[] options)
    {
        var table = _folder.Write("table.csv", "place,year,indicator,value\n甲,22,eco-index,60\n");

        var run = await ToolRun.Of(["assess", table, "--scheme", "jingle-county", .. options]);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Assess_Sample_JudgesTheInventedCounties()
    {
        var run = await ToolRun.Of("assess", Repo.In("samples", "many-places", "invented.csv"), "--scheme", "jingle-county", "--fail-on", "not-met");

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("X1,2022,jingle-county@1.0.0,11,forest-grass-cover,met,measured,,\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("X2,2022,jingle-county@1.0.0,11,forest-grass-cover,undetermined,,IR5004,\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_KilledAgainAndAgain_ResumesToTheSameBytes()
    {
        var table = _folder.Write("table.csv", Table());
        var (whole, killed) = (Path.Combine(_folder.Path, "whole.csv"), Path.Combine(_folder.Path, "killed.csv"));
        Assert.Equal(ExitCode.Done, (await ToolRun.AsProcess("assess", table, "--scheme", "jingle-county", "--plugins", Repo.Plugins, "--out", whole)).ExitCode);

        var kills = 0;
        while (kills < Kills && KillOnceItHasComeFurther(table, killed))
        {
            kills++;
        }

        var last = await ToolRun.AsProcess("assess", table, "--scheme", "jingle-county", "--plugins", Repo.Plugins, "--out", killed, "--resume");
        Assert.Equal(ExitCode.Done, last.ExitCode);
        Assert.InRange(kills, 1, Kills);
        // A run that ended before it could be killed leaves nothing to go on with.
        Assert.Equal(kills == Kills, last.Error.Contains("接着上次已算好的", StringComparison.Ordinal));
        Assert.Equal(await File.ReadAllBytesAsync(whole), await File.ReadAllBytesAsync(killed));
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    public void Dispose() => _folder.Dispose();

    // False when the run came to its end before it could be killed.
    private static bool KillOnceItHasComeFurther(string table, string result)
    {
        var before = Noted(result);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])
            [Path.Combine(AppContext.BaseDirectory, "indicator-rules.dll"), "assess", table, "--scheme", "jingle-county", "--plugins", Repo.Plugins, "--out", result, "--resume", "--bytes-per-checkpoint", "100000"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        while (!process.HasExited && Noted(result) == before)
        {
            Thread.Sleep(1);
        }

        var running = !process.HasExited;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return running && !File.Exists(result);
    }

    private static string Noted(string result) =>
        File.Exists(result + ".checkpoint") ? File.ReadAllText(result + ".checkpoint") : "";

    private static string Table()
    {
        var table = new StringBuilder("place,year,indicator,value,place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain\n");
        for (var i = 0; i < Places; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"P{i},2022,eco-index,{i % 90},半湿润,49,37,14\n");
        }

        return table.ToString();
    }
}
