using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

[Trait("Category", "Slow")]
public sealed class LockedTests : IDisposable
{
    private const string National = "plugins/national-revised/scheme.json";

    private readonly TempFolder _folder = new();

    public LockedTests() => CopyPlugins();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Assess_Lock_WritesTheSameBytesEveryTime()
    {
        Assert.Equal(0, (await Assess("--lock")).ExitCode);
        var first = File.ReadAllText(Lock);
        Assert.Equal(0, (await Assess("--lock")).ExitCode);

        Assert.Equal(first, File.ReadAllText(Lock));
        Assert.Equal(3, first.Split("\"hash\"").Length - 1);
    }

    [Fact]
    public async Task Assess_LockedAndUnchanged_JudgesAsWithoutLock()
    {
        var free = await Assess("--lock");

        Assert.Equal(free, await Assess("--locked"));
        Assert.Equal(0, (await Run("explain", Repo.Sample("jingle-2022"), "3", "--locked")).ExitCode);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("explain", "3")]
    public async Task Run_LockedAndEdited_ExitsWithTwoAndSaysWhich(string verb, params string[] rest)
    {
        await Assess("--lock");
        _folder.Edit(National, "\"AtLeast(20)\"", "\"AtLeast(21)\"");

        var run = await Run([verb, Repo.Sample("jingle-2022"), .. rest, "--locked"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("error IR3013", run.Error, StringComparison.Ordinal);
        Assert.Contains("national-revised", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_LockedWithoutLockFile_ExitsWithTwo()
    {
        var run = await Assess("--locked");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR1001", run.Error, StringComparison.Ordinal);
    }

    private string Lock => Path.Combine(_folder.Path, "indicator-rules.lock.json");

    private Task<ToolRun> Assess(params string[] rest) => Run(["assess", Repo.Sample("jingle-2022"), .. rest]);

    private Task<ToolRun> Run(params string[] arguments) =>
        ToolRun.In(_folder.Path, [.. arguments, "--plugins", Path.Combine(_folder.Path, "plugins")]);

    private void CopyPlugins()
    {
        foreach (var file in Directory.EnumerateFiles(Repo.Plugins, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.Combine("plugins", Path.GetRelativePath(Repo.Plugins, file)), File.ReadAllText(file));
        }
    }
}
