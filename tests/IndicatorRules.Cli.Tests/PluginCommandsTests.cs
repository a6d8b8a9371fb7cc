using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>validate, test, list, show and explain.</summary>
[Trait("Category", "Slow")]
public sealed class PluginCommandsTests
{
    [Theory]
    [InlineData("national-revised")]
    [InlineData("shanxi-trial")]
    [InlineData("jingle-county")]
    public async Task Test_ShippedPlugin_Passes(string plugin)
    {
        var run = await ToolRun.Of("test", Path.Combine(Repo.Plugins, plugin));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith(" passed, 0 failed\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0 passed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_EditedThreshold_ExitsWithThreeAndNamesTheCase()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit("national-revised/scheme.json", "AtLeast(20)", "AtLeast(30)");

        var run = await ToolRun.In(Repo.Root, ["test", Path.Combine(folder.Path, "national-revised"), "--plugins", folder.Path]);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("未通过  at-threshold.json", run.Out, StringComparison.Ordinal);
        Assert.Contains("`eco-appraisal-share`", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("national-revised", 0)]
    [InlineData("jingle-county", 0)]
    public async Task Validate_ShippedPlugin_HasNoErrors(string plugin, int code)
    {
        var run = await ToolRun.Of("validate", Path.Combine(Repo.Plugins, plugin), "--lang", "en");

        Assert.Equal((code, ""), (run.ExitCode, run.Error));
        Assert.EndsWith("indicators, no errors.\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_Json_IsAListOfDiagnosticsWithPlaces()
    {
        using var folder = TempFolder.WithPlugins();
        folder.Edit("national-revised/scheme.json", "Items.Straw.AtLeast(90)", "Items.Strw.AtLeast(90)");
        var plugin = Path.Combine(folder.Path, "national-revised");

        var run = await ToolRun.In(Repo.Root, ["validate", plugin, "--plugins", folder.Path, "--format", "json"]);

        Assert.Equal(2, run.ExitCode);
        using var json = JsonDocument.Parse(run.Out);
        var diagnostic = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("IR4003", diagnostic.GetProperty("id").GetString());
        Assert.Equal("error", diagnostic.GetProperty("severity").GetString());
        Assert.Equal("Straw", diagnostic.GetProperty("suggestion").GetString());
        Assert.Equal(Path.Combine(plugin, "scheme.json"), diagnostic.GetProperty("file").GetString());
        Assert.True(diagnostic.GetProperty("line").GetInt32() > 1);
        Assert.True(diagnostic.GetProperty("column").GetInt32() > 1);
    }

    [Fact]
    public async Task Validate_JsonOfAGoodPlugin_IsAnEmptyList()
    {
        var run = await ToolRun.Of("validate", Path.Combine(Repo.Plugins, "shanxi-trial"), "--format", "json");

        Assert.Equal((0, "[]\n", ""), (run.ExitCode, run.Out, run.Error));
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("test")]
    public async Task Run_FolderWithoutAScheme_ExitsWithTwo(string verb)
    {
        using var folder = new TempFolder();

        var run = await ToolRun.Of(verb, folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR3009", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShippedPlugins_NamesThemWithTheirVersions()
    {
        var run = await ToolRun.Of("list");

        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToList();
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["jingle-county", "national-revised", "shanxi-trial"], lines.Select(l => l[0]));
        Assert.Equal(["38", "35", "38"], lines.Select(l => l[2]));
    }

    [Fact]
    public async Task List_FolderNotThere_ExitsWithTwo()
    {
        var run = await ToolRun.In(Repo.Root, ["list", "--plugins", Repo.In("no-such-folder")]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR1001", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("forest-grass-cover")]
    public async Task Explain_Row_TellsThresholdMarginRuleAndSource(string indicator)
    {
        var run = await ToolRun.Of("explain", Repo.Sample("jingle-2022"), indicator, "--rules");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("46.72", run.Out, StringComparison.Ordinal);
        Assert.Contains("高出 12.31 个百分点", run.Out, StringComparison.Ordinal);
        Assert.Contains("表2-1 第11行", run.Out, StringComparison.Ordinal);
        Assert.Contains("60 * Place.Terrain.Mountain", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("show")]
    public async Task Run_MisspeltIndicator_SuggestsTheRightOne(string verb)
    {
        var run = await ToolRun.Of(verb, verb == "show" ? "jingle-county" : Repo.Sample("jingle-2022"), "forest-gras-cover");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("`forest-grass-cover`？", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Scheme_ListsEveryIndicator()
    {
        var run = await ToolRun.Of("show", "jingle-county");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(Enumerable.Range(1, 38), n => Assert.Contains($"\n  {n,2} ", run.Out, StringComparison.Ordinal));
    }
}
