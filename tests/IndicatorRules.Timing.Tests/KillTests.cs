using System.Diagnostics;
using System.Globalization;
using System.Text;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Timing.Tests;

/// <summary>The tool killed or signalled while it works.</summary>
public sealed class KillTests : IDisposable
{
    private const int Places = 16_000;
    private const int Kills = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Add_KilledAtAnyMoment_LeavesTheDirectoryAsBeforeOrAsAfter()
    {
        await RunAsync("pack", Repo.In("tests/corpus/good/smallest"), "--out", At("feed"));
        var package = At("feed/main.1.0.0.nupkg");
        for (var delay = 200; ; delay += delay / 2)
        {
            var survived = await KilledAsync(package, TimeSpan.FromMilliseconds(delay));
            var installed = At("plugins/main.1.0.0");
            Assert.True(!Directory.Exists(installed) || Directory.GetFiles(installed).Length == 2, $"after {delay} ms");
            if (survived)
            {
                break;
            }
        }

        Assert.Equal(0, (await RunAsync("validate", At("plugins/main.1.0.0"))).ExitCode);
    }

    [Fact]
    public async Task Out_KilledAtAnyMoment_HoldsTheOldOrTheNew()
    {
        string[] words = ["assess", Repo.Sample("jingle-2022"), "--plugins", Repo.Plugins, "--out", At("result.json")];
        Assert.Equal(0, (await ToolRun.AsProcess(words)).ExitCode);
        var whole = File.ReadAllText(At("result.json"));
        var clock = Stopwatch.StartNew();
        Assert.Equal(0, (await ToolRun.AsProcess(words)).ExitCode);
        var span = clock.Elapsed;
        for (var i = 1; i <= 6; i++)
        {
            File.WriteAllText(At("result.json"), "old");
            using var process = ToolRun.Start(words);
            await Task.Delay(span * i / 6);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();

            Assert.Contains(File.ReadAllText(At("result.json")), (string[])["old", whole]);
        }
    }

    [UnixTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task Run_EndedBySignal_LeavesNothing(string signal)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(_folder.Path, "temporary")).FullName;
        // It waits for its input, which is held open and empty. A run in the background may have been started with signals ignored.
        const string Unignored = "$(env --default-signal true 2>/dev/null && echo env --default-signal)";
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"export TMPDIR='{temporary}'; exec {Unignored} dotnet '{Tool}' assess - --out r.csv");
        using var process = Process.Start(start)!;
        await Task.Delay(TimeSpan.FromSeconds(3));
        using (var kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotEqual(0, process.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(temporary, "*.tmp"));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task Assess_KilledAgainAndAgain_ResumesToTheSameBytes()
    {
        var table = _folder.Write("table.csv", Table());
        var (whole, killed) = (Path.Combine(_folder.Path, "whole.csv"), Path.Combine(_folder.Path, "killed.csv"));
        Assert.Equal(0, (await ToolRun.AsProcess([.. Assess(table, whole)])).ExitCode);

        var kills = 0;
        while (kills < Kills && KillOnceItHasComeFurther(table, killed))
        {
            kills++;
        }

        var last = await ToolRun.AsProcess([.. Assess(table, killed), "--resume"]);
        Assert.Equal(0, last.ExitCode);
        Assert.InRange(kills, 1, Kills);
        // A run that ended before it could be killed leaves nothing to go on with.
        Assert.Equal(kills == Kills, last.Error.Contains("接着上次已算好的", StringComparison.Ordinal));
        Assert.Equal(await File.ReadAllBytesAsync(whole), await File.ReadAllBytesAsync(killed));
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    // Whether it ended by itself, and well, before it was killed.
    private async Task<bool> KilledAsync(string package, TimeSpan delay)
    {
        using var process = ToolRun.Start("add", package, "--to", At("plugins"));
        try
        {
            using var patience = new CancellationTokenSource(delay);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return false;
        }
    }

    // False when the run came to its end before it could be killed.
    private static bool KillOnceItHasComeFurther(string table, string result)
    {
        var before = Noted(result);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])[Tool, .. Assess(table, result), "--resume", "--bytes-per-checkpoint", "100000"])
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

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "indicator-rules.dll");

    private static string[] Assess(string table, string result) =>
        ["assess", table, "--scheme", "jingle-county", "--plugins", Repo.Plugins, "--out", result];

    private string At(string name) => _folder.In(name);

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.In(_folder.Path, arguments);

    private static string Noted(string result) =>
        File.Exists(result + ".checkpoint") ? File.ReadAllText(result + ".checkpoint") : "";

    private static string Table()
    {
        var table = new StringBuilder(
            "place,year,indicator,value,place.Climate,place.Terrain.Mountain,place.Terrain.Hill,place.Terrain.Plain\n");
        for (var i = 0; i < Places; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"P{i},2022,eco-index,{i % 90},半湿润,49,37,14\n");
        }

        return table.ToString();
    }
}
