using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Whatever is wrong with a file: told on the error stream, with no trace of the program behind it.</summary>
public sealed class BadFactsTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Repo.Corpus, "bad"), "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Assess_BadFile_TellsWhatIsWrongAndNothingOfTheProgram(string file)
    {
        var path = Path.Combine(Repo.Corpus, "bad", file);
        var expected = File.ReadAllText(Path.ChangeExtension(path, ".expected.txt"));

        var run = await ToolRun.Of("assess", path);

        Assert.Equal(expected.Replace($"bad/{file}", path, StringComparison.Ordinal), run.Error.ReplaceLineEndings("\n"));
        Assert.Equal(expected.Contains(": error IR", StringComparison.Ordinal) ? 2 : 0, run.ExitCode);
        Assert.Equal(run.ExitCode == 0, run.Out.Length > 0);
        Assert.DoesNotContain(" at IndicatorRules", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IR9001", run.Error, StringComparison.Ordinal);
    }
}
