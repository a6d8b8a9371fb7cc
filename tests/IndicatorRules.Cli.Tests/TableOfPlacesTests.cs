using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Verbs that look at one place read it from a table too.</summary>
public sealed class TableOfPlacesTests
{
    private static readonly string Table = Repo.In("samples", "many-places", "invented.csv");

    [Theory]
    [InlineData("explain", "24")]
    [InlineData("check")]
    [InlineData("assess")]
    public async Task Verb_PlaceByCodeOrName_LooksAtThatPlace(params string[] verb)
    {
        var byCode = await Run([verb[0], Table, .. verb[1..], "--place", "X1"]);
        var byName = await Run([verb[0], Table, .. verb[1..], "--place", "虚构甲县"]);
        var other = await Run([verb[0], Table, .. verb[1..], "--place", "X2"]);

        Assert.Equal((0, byCode.Out), (byCode.ExitCode, byName.Out));
        Assert.NotEqual(byCode.Out, other.Out);
        Assert.NotEmpty(other.Out);
    }

    [Theory]
    [InlineData("explain", "24")]
    [InlineData("check")]
    [InlineData("watch")]
    public async Task Verb_SeveralPlacesAndNoneNamed_AsksWhich(params string[] verb)
    {
        var run = await Run([verb[0], Table, .. verb[1..]]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"{Table}(1,1): error IR5327", run.Error, StringComparison.Ordinal);
        Assert.Contains("--place", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_PlaceNotThere_NamesThoseThatAre()
    {
        var run = await Run("explain", Table, "24", "--place", "X9");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error IR5124: 表里没有行政区“X9”", run.Error, StringComparison.Ordinal);
        Assert.Contains("虚构甲县（X1）、虚构乙县（X2）", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_TableAndNoScheme_AsksForOne()
    {
        var run = await ToolRun.Of(["explain", Table, "24", "--place", "X1"]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error IR5010", run.Error, StringComparison.Ordinal);
    }

    private static Task<ToolRun> Run(params string[] words) =>
        ToolRun.Of([.. words, "--scheme", "jingle-county"]);
}
