using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>One version of a scheme in two places: refused by whatever needs it, and by nothing else.</summary>
[Trait("Category", "Slow")]
public sealed class TwinTests : IDisposable
{
    private readonly TempFolder _first = TempFolder.WithPlugins();
    private readonly TempFolder _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Theory]
    [InlineData("assess", "FACTS")]
    [InlineData("explain", "FACTS", "1")]
    [InlineData("check", "FACTS")]
    [InlineData("assess", "TABLE", "--scheme", "jingle-county")]
    [InlineData("show", "jingle-county")]
    [InlineData("show", "jingle-county", "--lineage")]
    public async Task Verb_UpperSchemeStandsTwice_IsRefusedWithBothPlacesAndTheChain(params string[] words)
    {
        Copy("national-revised");

        var run = await Run(
            [.. words.Select(w =>
                w switch { "FACTS" => Repo.Sample("jingle-2022"), "TABLE" => Repo.In("samples", "many-places", "invented.csv"), _ => w })]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(
            $"`{Path.Combine(_first.Path, "national-revised")}` and in `{Path.Combine(_second.Path, "national-revised")}` "
                + "(jingle-county → national-revised [",
            run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n'), line => line.Contains(": error ", StringComparison.Ordinal));
        Assert.Contains("error IR3004", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_OtherSchemeStandsTwice_IsNoMatter()
    {
        Copy("shanxi-trial");
        var run = await Run("show", "national-revised");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task List_TwoPlaces_TellsOfThemAndOfWhoNeedsThem()
    {
        Copy("national-revised");
        var run = await Run("list");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("shanxi-trial\t", run.Out, StringComparison.Ordinal);
        Assert.Equal(["IR3004", "IR3004"], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split("error ")[1][..6]));
    }

    [Fact]
    public async Task Validate_CopyOfAKnownPlugin_TakesTheOneNamed()
    {
        Copy("national-revised");
        _second.Edit("national-revised/scheme.json", "Items.Straw.AtLeast(90)", "Items.Strw.AtLeast(90)");
        var run = await ToolRun.In(Repo.Root, ["validate", Path.Combine(_second.Path, "national-revised"), "--plugins", _first.Path]);
        Assert.Contains("IR4003", run.Error + run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("IR3004", run.Error + run.Out, StringComparison.Ordinal);
    }

    private void Copy(string plugin)
    {
        using var one = TempFolder.WithPlugins();
        Directory.Move(Path.Combine(one.Path, plugin), Path.Combine(_second.Path, plugin));
    }

    private Task<ToolRun> Run(params string[] words) =>
        ToolRun.In(Repo.Root, [.. words, "--plugins", _first.Path, "--plugins", _second.Path, "--lang", "en"]);
}
