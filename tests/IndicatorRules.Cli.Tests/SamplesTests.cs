using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>The READMEs of the samples: each command runs, and prints the lines shown below it, in their order.</summary>
public sealed class SamplesTests
{
    private const string Command = "$ dotnet run --project src/IndicatorRules.Cli -- ";

    public static TheoryData<string> Guides =>
    [
        .. Repo.Files("samples", "README*.md").Where(f => File.ReadLines(f).Any(l => l.StartsWith(Command, StringComparison.Ordinal)))
            .Select(Repo.Relative),
    ];

    [Fact]
    public void Guides_ThatShowOutput_AreFound() => Assert.True(Guides.Count >= 6);

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task Commands_PrintWhatTheGuideShows(string guide)
    {
        var lines = File.ReadAllLines(Repo.In(guide));
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Command, StringComparison.Ordinal))
            {
                continue;
            }

            var run = await ToolRun.In(Repo.Root, [.. lines[i][Command.Length..].Split(' ').Select(Placed)]);
            Assert.True(run.ExitCode == 0, $"{lines[i]}\n{run.Error}");
            var shown = lines.Skip(i + 1).TakeWhile(l => !l.StartsWith(Command, StringComparison.Ordinal) && l != "```")
                .Where(l => l != "…");
            var printed = new Queue<string>((run.Out + run.Error).ReplaceLineEndings("\n").Split('\n'));
            foreach (var line in shown)
            {
                while (printed.TryPeek(out var next) && next != line)
                {
                    printed.Dequeue();
                }

                Assert.True(printed.TryDequeue(out _), $"{lines[i]}\ndoes not print\n{line}\nbut\n{run.Out}");
            }
        }
    }

    [Theory]
    [InlineData("samples/five-year-plan/plugins/yunxi-plan")]
    [InlineData("samples/assessment-rule/plugins/beiling-rivers")]
    [InlineData("samples/district-table/plugins/donghu-district")]
    public async Task Cases_ArePassed(string plugin)
    {
        var run = await ToolRun.In(Repo.Root, ["test", Placed(plugin)]);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }

    // A path from the root, where the guide says that commands are run.
    private static string Placed(string argument) =>
        argument.StartsWith("samples/", StringComparison.Ordinal) ? Repo.In(argument) : argument;
}
