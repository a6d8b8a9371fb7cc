using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>--plugins adds to what came with the tool; a scheme of the user's own hides the shipped one of its id.</summary>
[Trait("Category", "Slow")]
public sealed class ShippedPluginsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_DirectoryOfOneScheme_HasTheShippedOnesBesideIt()
    {
        await Make("mine");

        Assert.Equal(["jingle-county", "my-county", "national-revised", "shanxi-trial"], await Listed("--plugins", "mine"));
    }

    [Fact]
    public async Task List_PluginsFolderHere_HasTheShippedOnesBesideIt()
    {
        await Make("plugins");

        Assert.Equal(["jingle-county", "my-county", "national-revised", "shanxi-trial"], await Listed());
    }

    [Theory]
    [InlineData("under-another-name")]
    [InlineData("jingle-county")]
    public async Task List_OwnVersionOfAShippedScheme_HidesTheShippedOne(string name)
    {
        CopyJingle(name);
        _folder.Edit($"own/{name}/scheme.json", "\"version\": \"1.0.0\"", "\"version\": \"0.9.0\"");

        var run = await ToolRun.AsProcessIn(_folder.Path, ["list", "--plugins", "own"]);

        Assert.Equal(["jingle-county 0.9.0", "national-revised 1.0.0", "shanxi-trial 1.0.0"],
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split('\t')).Select(c => $"{c[0]} {c[1]}"));
    }

    [Theory]
    [InlineData("jingle-county", "\"id\": \"jingle-county\"", "\"id\" \"jingle-county\"")]
    [InlineData("some-name", "\"id\": \"jingle-county\",", "")]
    [InlineData("some-name", "{\n  \"$schema\"", "{，\n  \"$schema\"")]
    public async Task Assess_OwnSchemeThatIsBroken_IsNotJudgedByTheShippedOne(string name, string from, string to)
    {
        CopyJingle(name);
        _folder.Edit($"own/{name}/scheme.json", from, to);

        var run = await ToolRun.AsProcessIn(_folder.Path, ["assess", Repo.Sample("jingle-2022"), "--plugins", "own"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("scheme.json(", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("file.txt")]
    public async Task Assess_DirectoryThatIsNone_IsNotJudgedByTheShippedOnes(string plugins)
    {
        _folder.Write("file.txt", "");

        var run = await ToolRun.AsProcessIn(_folder.Path, ["assess", Repo.Sample("jingle-2022"), "--plugins", plugins]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"{plugins}: error IR1001:", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", null, null)]
    [InlineData("en", null, "jingle-county")]
    [InlineData("zh", "plugins", "national-revised")]
    [InlineData("en", "my plugins", "shanxi-trial")]
    public async Task New_CommandsThatItAndItsReadmesPrint_RunAsPrinted(string language, string? directory, string? upper)
    {
        // The default is ./plugins where that is there.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "plugins"));
        string[] to = directory is null or "plugins" ? [] : ["--out", directory];
        string[] extends = upper is null ? [] : ["--extends", upper];
        var made = await ToolRun.AsProcessIn(_folder.Path, ["new", "my-county", .. to, .. extends, "--lang", language]);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        var above = directory ?? "plugins";

        var printed = Commands(made.Out).ToList();
        var readmes = Directory.GetFiles(Path.Combine(_folder.Path, above, "my-county"), "README*.md");
        Assert.Equal(2, readmes.Length);
        Assert.Equal(3, printed.Count);
        foreach (var (command, from) in printed.Select(c => (c, "."))
            .Concat(readmes.SelectMany(r => Commands(File.ReadAllText(r))).Select(c => (c, above))))
        {
            var run = await ToolRun.AsProcessIn(Path.Combine(_folder.Path, from), command);
            Assert.True(run.ExitCode == 0, $"{string.Join(' ', command)}\n{run.Error}");
        }
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("test")]
    [InlineData("pack")]
    public async Task Plugin_NamedByItsFile_IsThePluginOfItsFolder(string verb)
    {
        await Make("mine");
        var plugin = Path.Combine(_folder.Path, "mine", "my-county");

        var folder = await ToolRun.AsProcessIn(_folder.Path, [verb, plugin]);
        var file = await ToolRun.AsProcessIn(_folder.Path, [verb, Path.Combine(plugin, "scheme.json")]);

        Assert.Equal(0, folder.ExitCode);
        Assert.Equal(folder, file);
    }

    [Theory]
    [InlineData("check", "IR1034")]
    [InlineData("explain", "IR1034", "29")]
    public async Task Facts_FolderWhereOneFileIsWanted_IsCalledAFolder(string verb, string id, params string[] more)
    {
        var run = await ToolRun.AsProcessIn(_folder.Path, [verb, ".", .. more]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($".: error {id}: `.` 是文件夹", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string[]> Commands(string text) => text.Split('\n').Select(l => l.Trim())
        .Where(l => l.StartsWith("indicator-rules ", StringComparison.Ordinal))
        .Select(l => l.Split('"')
            .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Skip(1).ToArray());

    private async Task Make(string directory)
    {
        var made = await ToolRun.AsProcessIn(_folder.Path, ["new", "my-county", "--out", directory, "--extends", "jingle-county"]);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
    }

    private async Task<IEnumerable<string>> Listed(params string[] options)
    {
        var run = await ToolRun.AsProcessIn(_folder.Path, ["list", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]);
    }

    private void CopyJingle(string name)
    {
        var target = Path.Combine(_folder.Path, "own", name);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repo.Plugins, "jingle-county"), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(target, Path.GetRelativePath(Path.Combine(Repo.Plugins, "jingle-county"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
