using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

/// <summary>What a refresh takes, refuses and leaves alone.</summary>
[Trait("Category", "Slow")]
public class RefreshTests : RefreshBench
{
    public RefreshTests()
    {
    }

    private protected RefreshTests(bool kept)
        : base(kept)
    {
    }

    [Fact]
    public void Refresh_NothingChanged_SaysNothingAndKeepsTheCatalog()
    {
        Host.Refresh();
        var catalog = Host.Catalog;

        Assert.Same(RefreshReport.Nothing, Host.Refresh());
        Assert.Same(catalog, Host.Catalog);
    }

    [Fact]
    public void Refresh_BaseChanged_ReplacesItAndWhatRestsOnIt()
    {
        Assert.Equal(8m, Margin("jingle-county"));
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");
        Assert.Equal(8m, Margin("jingle-county"));

        var report = Host.Refresh();

        Assert.Equal(["jingle-county Replaced", "national-revised Replaced"], Told(report));
        Assert.Empty(report.Diagnostics);
        Assert.Equal((2m, 2m, 8m), (Margin("jingle-county"), Margin("national-revised"), Margin("shanxi-trial")));
    }

    [Fact]
    public void Refresh_OneSchemeChanged_LeavesTheOthersCompiled()
    {
        var compiler = new Counting();
        using var host = Hosts.With(compiler, Plugins.Path);
        host.Assess(Jingle.Facts2022).OrThrow();
        Assert.Equal(3, compiler.Asked);
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");

        host.Refresh();
        var assessment = host.Assess(Jingle.Facts2022).OrThrow();

        Assert.Equal((4, 2m), (compiler.Asked, assessment.Row(3).Margin));
    }

    [Theory]
    [InlineData("\"AtLeast(26\"", "IR4001")]
    [InlineData("\"AtLeast(26)", "IR1012")]
    [InlineData("\"AtMuch(26)\"", "IR4002")]
    [InlineData("26", "IR1103")]
    public void Refresh_BaseBroken_StaysWithAllThatRestOnIt(string rule, string id)
    {
        Margin("jingle-county");
        var whole = File.ReadAllText(Path.Combine(Plugins.Path, National));
        Plugins.Edit(National, Share, rule);

        var report = Host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(report));
        Assert.Contains(report.Diagnostics, d => d.Id == id && d.Location.File.EndsWith(National, StringComparison.Ordinal));
        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));

        Plugins.Write(National, whole.Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal));
        Assert.Empty(Host.Refresh().Diagnostics);
        Assert.Equal((2m, 2m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_BrokenBaseNeverAsked_StaysAsItWasFound()
    {
        Plugins.Edit(National, Share, "\"AtMuch(26)\"");

        Host.Refresh();

        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_BaseAndLowerChangedAndBaseBroken_NeitherIsTaken()
    {
        Margin("jingle-county");
        Plugins.Edit(National, Share, "\"AtMuch(26)\"");
        Plugins.Edit(County, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");

        var report = Host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(report));
        Assert.Equal("jingle-county@1.0.0", Host.Assess(Facts).OrThrow().Scheme.Key);
    }

    [Fact]
    public void Refresh_HalfWritten_KeepsTheOldUntilItIsWhole()
    {
        var text = File.ReadAllText(Path.Combine(Plugins.Path, National)).Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal);
        for (var part = 0; part < 8; part++)
        {
            Plugins.Write(National, text[..(text.Length * part / 8)]);
            Assert.NotEmpty(Host.Refresh().Diagnostics);
            Assert.Equal(8m, Margin("jingle-county"));
        }

        Plugins.Write(National, text);
        Assert.Empty(Host.Refresh().Diagnostics);
        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void Refresh_FileReplacedByRename_IsSeen()
    {
        Host.Refresh();
        var path = Path.Combine(Plugins.Path, National);
        var changed = Plugins.Write(
            "national-revised/scheme.json~", File.ReadAllText(path).Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal));
        File.Move(changed, path, overwrite: true);

        Host.Refresh();

        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void Refresh_FileGoneButFolderThere_KeepsTheOld()
    {
        Host.Refresh();
        File.Delete(Path.Combine(Plugins.Path, National));

        var report = Host.Refresh();

        Assert.Equal("IR3009", Assert.Single(report.Diagnostics, d => d.Id == "IR3009").Id);
        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_FolderGone_WithdrawsItAndKeepsWhatRestsOnIt()
    {
        Directory.Delete(Path.Combine(Plugins.Path, "national-revised"), recursive: true);

        var report = Host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Withdrawn"], Told(report));
        Assert.Contains(report.Diagnostics, d => d.Id == "IR3001");
        Assert.Equal(8m, Margin("jingle-county"));
        Assert.Contains(Host.ValidateScheme("national-revised").Diagnostics, d => d.Id == "IR3001");
    }

    [Fact]
    public void Refresh_PluginDirectoryOutOfReach_KeepsEverything()
    {
        using var elsewhere = new TempFolder();
        var plugins = Path.Combine(elsewhere.Path, "plugins");
        Directory.Move(Plugins.Path, plugins);
        using var host = Hosts.Over(plugins);
        Directory.Move(plugins, Plugins.Path);

        var report = host.Refresh();

        Assert.All(report.Changes, c => Assert.Equal(SchemeChangeKind.Refused, c.Kind));
        Assert.Contains(report.Diagnostics, d => d.Id == "IR1001");
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    [Fact]
    public void Refresh_NewVersionBeside_IsTakenAndTheOldCanBeAskedFor()
    {
        Copy("national-revised", "national-next", "1.2.0", "\"AtLeast(26)\"");

        Assert.Equal(["jingle-county Replaced", "national-revised Added"], Told(Host.Refresh()));
        Assert.Equal((2m, 2m, 8m), (Margin("national-revised"), Margin("jingle-county"), Margin("national-revised@1.0.0")));
    }

    [Fact]
    public void Refresh_NewVersionBroken_IsRefused()
    {
        Copy("national-revised", "national-next", "1.2.0", "\"AtMuch(26)\"");

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(Host.Refresh()));
        Assert.Equal((8m, 8m), (Margin("national-revised"), Margin("jingle-county")));
    }

    [Fact]
    public void Refresh_NewSchemeBroken_IsToldToWhoAsks()
    {
        Copy("national-revised", "other", "1.0.0", "\"AtMuch(26)\"");
        Plugins.Edit("other/scheme.json", "\"id\": \"national-revised\"", "\"id\": \"other\"");

        Host.Refresh();

        Assert.Contains(Host.ValidateScheme("other").Diagnostics, d => d.Id == "IR4002");
    }

    [Fact]
    public void Refresh_Cancelled_ChangesNothing()
    {
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Host.Refresh(cancelled.Token));

        Assert.Equal(8m, Margin("jingle-county"));
        Host.Refresh();
        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void Refresh_Locked_RefusesEveryChange()
    {
        var held = LockFile.Of([Host.Catalog.Resolve("jingle-county").OrThrow()]);
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [Plugins.Path],
            Compiler = RememberingCompiler.Instance,
            StoreDirectory = null,
            Lock = held,
        });
        host.Assess(Facts).OrThrow();
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");

        var report = host.Refresh();

        Assert.All(report.Changes, c => Assert.Equal(SchemeChangeKind.Refused, c.Kind));
        Assert.Equal("IR3013", Assert.Single(report.Diagnostics).Id);
        Assert.Equal(8m, host.Assess(Facts).OrThrow().Row(3).Margin);
    }

    private static IEnumerable<string> Told(RefreshReport report) => report.Changes.Select(c => $"{c.Id} {c.Kind}");

    private sealed class Counting : IRuleCompiler
    {
        private int _asked;

        internal int Asked => _asked;

        // Schemes are compiled side by side.
        public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _asked);
            return RememberingCompiler.Instance.Compile(request, cancellationToken);
        }
    }
}
