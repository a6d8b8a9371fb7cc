using System.Diagnostics;

namespace IndicatorRules.Cli.Tests;

/// <summary>The tool's cache between real processes.</summary>
[Trait("Category", "Slow")]
public sealed class CacheTests : IDisposable
{
    private readonly TempFolder _cache = new();
    private readonly TempFolder _plugins = TempFolder.WithPlugins();

    public CacheTests()
    {
        // Edited, so that nothing that was shipped fits.
        var national = Path.Combine(_plugins.Path, "national-revised", "scheme.json");
        File.WriteAllText(national, File.ReadAllText(national).Replace("AtLeast(20)", "AtLeast(21)", StringComparison.Ordinal));
    }

    private string[] Images => Directory.GetFiles(_cache.Path, "*.image", SearchOption.AllDirectories);

    public void Dispose()
    {
        _cache.Dispose();
        _plugins.Dispose();
    }

    [Fact]
    public async Task Assess_ThreeAtOnceWithAnEmptyCache_AllAgreeAndLeaveOneEntryEach()
    {
        var runs = await Task.WhenAll(Run(), Run(), Run());

        Assert.All(runs, r => Assert.Equal((0, runs[0].Out), (r.Code, r.Out)));
        Assert.NotEmpty(Images);
        Assert.Equal(runs[0], await Run());
        Assert.Empty(Directory.GetFiles(_cache.Path, "*.partial", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Assess_NoCache_LeavesNothing()
    {
        Assert.Equal(0, (await Run(more: "--no-cache")).Code);

        Assert.Empty(Directory.EnumerateFileSystemEntries(_cache.Path));
    }

    // Without room for any file: the runtime maps its code through one unless it is told not to.
    [UnixFact]
    public async Task Assess_DiskFull_SaysNothingAndWorks()
    {
        var calm = await Run();
        foreach (var note in Directory.GetFiles(_cache.Path, "*.valid", SearchOption.AllDirectories))
        {
            File.Delete(note);
        }

        var full = await Run(before: "trap '' 25; ulimit -f 0; export DOTNET_EnableWriteXorExecute=0; ");

        Assert.Equal(calm, full);
        Assert.Empty(Directory.GetFiles(_cache.Path, "*.valid", SearchOption.AllDirectories));
    }

    private async Task<(int Code, string Out, string Error)> Run(string before = "", string more = "")
    {
        // The tool's own build: the one beside the tests writes its coverage when it ends, which a full disk forbids.
        var build = Path.GetRelativePath(Repo.In("tests", "IndicatorRules.Cli.Tests"), AppContext.BaseDirectory);
        var tool = Repo.In("src", "IndicatorRules.Cli", build, "indicator-rules.dll");
        var facts = Repo.In("samples", "jingle-2022", "facts.json");
        var line = $"dotnet \"{tool}\" assess \"{facts}\" --plugins \"{_plugins.Path}\" {more}";
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd", $"/c {line}")
            : new ProcessStartInfo("sh", ["-c", before + line]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["XDG_CACHE_HOME"] = _cache.Path;
        start.Environment["LOCALAPPDATA"] = _cache.Path;
        using var process = Process.Start(start)!;
        var (written, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await written, await error);
    }
}
