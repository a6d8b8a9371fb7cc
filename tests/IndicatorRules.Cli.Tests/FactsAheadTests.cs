using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Facts that are read while the command line is parsed say what they say when they are read afterwards.</summary>
[Trait("Category", "Slow")]
public sealed class FactsAheadTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"place\": 1 }")]
    [InlineData("{ \"place\": { \"code\": \"x\", \"name\": \"某县\" }, \"years\": [] }")]
    [InlineData(null)]
    public async Task Assess_AsAProcess_SaysWhatItSaysOtherwise(string? text)
    {
        var path = Path.Combine(_folder.Path, "facts.json");
        File.WriteAllText(path, text ?? File.ReadAllText(Repo.Sample("jingle-2022")));

        foreach (string[] more in (string[][])[[], ["--no-cache"]])
        {
            var ahead = await ToolRun.AsProcess(["assess", path, "--plugins", Repo.Plugins, .. more]);
            var after = await ToolRun.In(Repo.Root, ["assess", path, "--plugins", Repo.Plugins, .. more]);
            Assert.Equal(after.ExitCode, ahead.ExitCode);
            Assert.Equal(after.Out.ReplaceLineEndings("\n"), ahead.Out.ReplaceLineEndings("\n"));
            Assert.Equal(after.Error, ahead.Error);
            Assert.Equal(text is null ? 0 : 2, ahead.ExitCode);
        }
    }

    [Fact]
    public void Take_AnotherFileOrASecondTime_GivesNothing()
    {
        var ahead = FactsAhead.Of(["assess", Repo.Sample("jingle-2022")])!;

        Assert.Null(ahead.Take("other.json"));
        Assert.True(ahead.Take(Repo.Sample("jingle-2022"))!.Succeeded);
        Assert.Null(ahead.Take(Repo.Sample("jingle-2022")));
    }

    [Theory]
    [InlineData]
    [InlineData("assess")]
    [InlineData("assess", "none.json")]
    [InlineData("assess", "--lang", "en")]
    [InlineData("list", "README.md")]
    [InlineData("assess", "samples")]
    public void Of_NoFactsToBeSeen_IsNone(params string[] arguments) => Assert.Null(FactsAhead.Of(arguments));
}
