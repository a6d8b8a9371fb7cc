using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>What a build does with the plugins of an application.</summary>
[Trait("Category", "Slow")]
public sealed class PrecompilationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Built => Path.Combine(_folder.Path, "built");

    private string Plugins => Path.Combine(_folder.Path, "plugins");

    [Fact]
    public void Build_Plugins_AreCopiedAndJudgeWithoutACompiler()
    {
        _folder.CopyFrom(Repo.Plugins, "plugins");

        Assert.Equal((0, ""), Build());

        Assert.Equal(
            Repo.Files("plugins", "*").Select(f => Path.GetRelativePath(Repo.Plugins, f))
                .Where(f => f.Contains(Path.DirectorySeparatorChar)),
            Directory.GetFiles(Path.Combine(Built, "plugins"), "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Path.Combine(Built, "plugins"), f)).Order(StringComparer.Ordinal));
        using var missing = new CompileWorker(Path.Combine(_folder.Path, "no compiler"));
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Path.Combine(Built, "plugins")],
            PrecompiledDirectory = Path.Combine(Built, "precompiled"),
            StoreDirectory = null,
            Compiler = missing,
        });
        Assert.Equal(38, host.Assess(Jingle.WhatIf).OrThrow().Indicators.Length);

        // A scheme that changed since needs the compiler, and says what to do.
        _folder.Edit("built/plugins/national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(26)\"");
        var fault = Assert.Single(host.Refresh().Diagnostics, d => d.Id == DiagnosticCatalog.CompilerFailed.Id);
        Assert.Contains("请重新构建程序", fault.Help(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_FilesForOtherUsers_AreReadableByThem()
    {
        _folder.CopyFrom(Repo.Plugins, "plugins");
        Build();
        foreach (var file in Directory.GetFiles(Path.Combine(Built, "precompiled")))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.OtherRead), file);
        }
    }

    [Fact]
    public void Build_FaultyPlugins_AreReportedAtTheFilesOfTheirAuthor()
    {
        _folder.CopyFrom(Repo.Plugins, "plugins");
        _folder.Edit("plugins/national-revised/scheme.json", "Items.Straw", "Items.Strw");
        _folder.Edit("plugins/shanxi-trial/scheme.json", "\"id\": \"shanxi-trial\",", "");

        var (code, said) = Build();

        Assert.Equal(2, code);
        Assert.Contains(Path.Combine(Plugins, "national-revised", "scheme.json") + "(", said, StringComparison.Ordinal);
        Assert.Contains("error IR4003", said, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(Plugins, "shanxi-trial", "scheme.json") + "(", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Built, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ListWithoutAScheme_IsRefused()
    {
        _folder.Write("plugins/county/notes.md", "x");
        var (code, said) = Build();
        Assert.Equal(2, code);
        Assert.StartsWith(
            $"{Path.Combine(Plugins, "county", "notes.md")}: error IR1045: `IndicatorRulesPlugin` 列出的文件中没有 scheme.json。",
            said, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TwoFoldersOfOneName_AreRefused()
    {
        _folder.Write("plugins/a/County/scheme.json", "{}");
        _folder.Write("plugins/b/county/scheme.json", "{}");
        var (code, said) = Build();
        Assert.Equal(2, code);
        Assert.StartsWith(
            $"{Path.Combine(Plugins, "b", "county", "scheme.json")}: error IR1046: 有两个插件的文件夹都叫 `County`，"
                + $"另一个是 `{Path.Combine(Plugins, "a", "County")}`。",
            said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Built, "plugins")));
    }

    [Fact]
    public void Build_ListThatIsNotThere_IsAnError()
    {
        using var output = new StringWriter();
        Assert.Equal(2, Precompilation.Build(Path.Combine(_folder.Path, "none.txt"), Built, Language.En, output));
        Assert.Contains("error IR1001", output.ToString(), StringComparison.Ordinal);
    }

    private (int Code, string Said) Build()
    {
        var list = Path.Combine(_folder.Path, "plugins.txt");
        File.WriteAllLines(list, Directory.GetFiles(Plugins, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        using var output = new StringWriter();
        return (Precompilation.Build(list, Built, Language.Zh, output), output.ToString());
    }
}
