using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Whatever is wrong with a file: told on the error stream, with no trace of the program behind it.</summary>
[Trait("Category", "Slow")]
public sealed class BadFactsTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Repo.In("tests/corpus/facts/bad"), "*.json").Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Assess_BadFile_TellsWhatIsWrongAndNothingOfTheProgram(string file)
    {
        var path = Repo.In("tests/corpus/facts/bad", file);
        var expected = File.ReadAllText(Path.ChangeExtension(path, ".expected.txt"));

        var run = await ToolRun.Of("assess", path);

        var errors = expected.Split(": error IR").Length - 1;
        var last = errors > 0 && run.Out.Length > 0 ? $"填报数据有 {errors} 处错误，所在的行没有计入。\n" : "";
        Assert.Equal(expected.Replace($"bad/{file}", path, StringComparison.Ordinal) + last, run.Error.ReplaceLineEndings("\n"));
        Assert.Equal(expected.Contains(": error IR", StringComparison.Ordinal) ? 2 : 0, run.ExitCode);
        Assert.True(run.ExitCode != 0 || run.Out.Length > 0);
        Assert.DoesNotContain(" at IndicatorRules", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Out + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IR9001", run.Error, StringComparison.Ordinal);
    }
}
