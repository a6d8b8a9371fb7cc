using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Rules that need too many steps, as authors see them (<c>tests/corpus/costly</c>).</summary>
public sealed class CostlyRulesTests
{
    public static TheoryData<string> Plugins => [.. Repo.Folders("tests/corpus/costly")];

    [Theory]
    [MemberData(nameof(Plugins))]
    public async Task Validate_RulesOfTooManySteps_AreRefusedOneByOne(string name)
    {
        var folder = Repo.In($"tests/corpus/costly/{name}");
        var run = await ToolRun.In(Repo.Root, ["validate", folder, "--lang", "zh"]);

        Assert.Equal(2, run.ExitCode);
        var expected = await File.ReadAllLinesAsync(Path.Combine(folder, "expected.txt"));
        var lines = $"{run.Out}{run.Error}".ReplaceLineEndings("\n").Split((char)10);
        var told = lines.Select(l => l.Replace($"{folder}/", "", StringComparison.Ordinal));
        Assert.Equal(expected, told.Where(l => l.Contains(" error ", StringComparison.Ordinal)));
    }
}
