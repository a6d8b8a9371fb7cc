using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>new: what it makes works at once.</summary>
[Trait("Category", "Slow")]
public sealed class NewCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("national-revised", 35)]
    [InlineData("shanxi-trial", 38)]
    [InlineData("jingle-county", 38)]
    [InlineData(null, 1)]
    public async Task New_OnAnyBase_ValidatesTestsAndAssessesAtOnce(string? upper, int rows)
    {
        string[] extends = upper is null ? [] : ["--extends", upper];
        var made = await ToolRun.Of(["new", "my-county", .. extends, "--out", _folder.Path]);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var plugin = Path.Combine(_folder.Path, "my-county");

        var validated = await ToolRun.Of("validate", plugin, "--lang", "en");
        Assert.Equal((0, $"my-county@0.1.0: {rows} indicators, no errors.\n", ""), (validated.ExitCode, validated.Out, validated.Error));

        var tested = await ToolRun.Of("test", plugin);
        Assert.Equal((0, ""), (tested.ExitCode, tested.Error));
        Assert.EndsWith(" passed, 0 failed\n", tested.Out, StringComparison.Ordinal);

        var assessed = await ToolRun.Of(
            "assess", Path.Combine(plugin, "facts-template.json"), "--plugins", _folder.Path, "--format", "json");
        Assert.Equal(0, assessed.ExitCode);
        // Nothing but what is still to be filled in.
        Assert.All(
            assessed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line =>
                Assert.Contains("IR5106", line, StringComparison.Ordinal));
        using var json = JsonDocument.Parse(assessed.Out);
        Assert.Equal(rows, json.RootElement.GetProperty("summary").GetProperty("undetermined").GetInt32());
    }

    [Theory]
    [InlineData("My-County")]
    [InlineData("../up")]
    [InlineData("a b")]
    [InlineData("县")]
    public async Task New_NameThatIsNoId_IsRefused(string id)
    {
        var run = await ToolRun.Of("new", id, "--out", _folder.Path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR2014", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task New_FolderThatIsThere_IsLeftAlone()
    {
        var kept = _folder.Write("my-county/notes.txt", "mine");
        var run = await ToolRun.Of("new", "my-county", "--out", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR2015", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(kept));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(kept)!));
    }

    [Fact]
    public async Task New_BaseThatIsNotThere_GuessesWhatWasMeant()
    {
        var run = await ToolRun.Of("new", "my-county", "--extends", "national-revisd", "--out", _folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("`national-revised`", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Test_PluginWithoutCases_SaysSoAndDoesNotPass()
    {
        await ToolRun.Of("new", "my-county", "--out", _folder.Path);
        Directory.Delete(Path.Combine(_folder.Path, "my-county", "cases"), recursive: true);
        var run = await ToolRun.Of("test", Path.Combine(_folder.Path, "my-county"));
        Assert.Equal((3, "0 passed, 0 failed\n"), (run.ExitCode, run.Out));
        Assert.Contains("IR2016", run.Error, StringComparison.Ordinal);
    }
}
