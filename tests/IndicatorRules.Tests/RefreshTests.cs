using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

public sealed class RefreshTests : IDisposable
{
    private const string National = "national-revised/scheme.json";
    private const string County = "jingle-county/scheme.json";
    private const string Share = "\"AtLeast(20)\"";

    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    private readonly TempFolder _folder = TempFolder.WithPlugins();
    private readonly SchemeHost _host;

    public RefreshTests() => _host = Hosts.Over(_folder.Path);

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Refresh_NothingChanged_SaysNothingAndKeepsTheCatalog()
    {
        _host.Refresh();
        var catalog = _host.Catalog;

        Assert.Same(RefreshReport.Nothing, _host.Refresh());
        Assert.Same(catalog, _host.Catalog);
    }

    [Fact]
    public void Refresh_BaseChanged_ReplacesItAndWhatRestsOnIt()
    {
        Assert.Equal(8m, Margin("jingle-county"));
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Assert.Equal(8m, Margin("jingle-county"));

        var report = _host.Refresh();

        Assert.Equal(["jingle-county Replaced", "national-revised Replaced"], Told(report));
        Assert.Empty(report.Diagnostics);
        Assert.Equal((2m, 2m, 8m), (Margin("jingle-county"), Margin("national-revised"), Margin("shanxi-trial")));
    }

    [Fact]
    public void Refresh_OneSchemeChanged_LeavesTheOthersCompiled()
    {
        var compiler = new Counting();
        using var host = Hosts.With(compiler, _folder.Path);
        host.Assess(Jingle.Facts2022).OrThrow();
        Assert.Equal(3, compiler.Asked);
        _folder.Edit(National, Share, "\"AtLeast(26)\"");

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
        var whole = File.ReadAllText(Path.Combine(_folder.Path, National));
        _folder.Edit(National, Share, rule);

        var report = _host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(report));
        Assert.Contains(report.Diagnostics, d => d.Id == id && d.Location.File.EndsWith(National, StringComparison.Ordinal));
        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));

        _folder.Write(National, whole.Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal));
        Assert.Empty(_host.Refresh().Diagnostics);
        Assert.Equal((2m, 2m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_BrokenBaseNeverAsked_StaysAsItWasFound()
    {
        _folder.Edit(National, Share, "\"AtMuch(26)\"");

        _host.Refresh();

        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_BaseAndLowerChangedAndBaseBroken_NeitherIsTaken()
    {
        Margin("jingle-county");
        _folder.Edit(National, Share, "\"AtMuch(26)\"");
        _folder.Edit(County, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");

        var report = _host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(report));
        Assert.Equal("jingle-county@1.0.0", _host.Assess(Facts).OrThrow().Scheme.Key);
    }

    [Fact]
    public void Refresh_HalfWritten_KeepsTheOldUntilItIsWhole()
    {
        var text = File.ReadAllText(Path.Combine(_folder.Path, National)).Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal);
        for (var part = 0; part < 8; part++)
        {
            _folder.Write(National, text[..(text.Length * part / 8)]);
            Assert.NotEmpty(_host.Refresh().Diagnostics);
            Assert.Equal(8m, Margin("jingle-county"));
        }

        _folder.Write(National, text);
        Assert.Empty(_host.Refresh().Diagnostics);
        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void Refresh_FileReplacedByRename_IsSeen()
    {
        _host.Refresh();
        var path = Path.Combine(_folder.Path, National);
        var changed = _folder.Write("national-revised/scheme.json~", File.ReadAllText(path).Replace(Share, "\"AtLeast(26)\"", StringComparison.Ordinal));
        File.Move(changed, path, overwrite: true);

        _host.Refresh();

        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void Refresh_FileGoneButFolderThere_KeepsTheOld()
    {
        _host.Refresh();
        File.Delete(Path.Combine(_folder.Path, National));

        var report = _host.Refresh();

        Assert.Equal("IR3009", Assert.Single(report.Diagnostics, d => d.Id == "IR3009").Id);
        Assert.Equal((8m, 8m), (Margin("jingle-county"), Margin("national-revised")));
    }

    [Fact]
    public void Refresh_FolderGone_WithdrawsItAndKeepsWhatRestsOnIt()
    {
        Directory.Delete(Path.Combine(_folder.Path, "national-revised"), recursive: true);

        var report = _host.Refresh();

        Assert.Equal(["jingle-county Refused", "national-revised Withdrawn"], Told(report));
        Assert.Contains(report.Diagnostics, d => d.Id == "IR3001");
        Assert.Equal(8m, Margin("jingle-county"));
        Assert.Contains(_host.Check("national-revised").Diagnostics, d => d.Id == "IR3001");
    }

    [Fact]
    public void Refresh_PluginDirectoryOutOfReach_KeepsEverything()
    {
        using var elsewhere = new TempFolder();
        var plugins = Path.Combine(elsewhere.Path, "plugins");
        Directory.Move(_folder.Path, plugins);
        using var host = Hosts.Over(plugins);
        Directory.Move(plugins, _folder.Path);

        var report = host.Refresh();

        Assert.All(report.Changes, c => Assert.Equal(SchemeChangeKind.Refused, c.Kind));
        Assert.Contains(report.Diagnostics, d => d.Id == "IR1001");
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    [Fact]
    public void Refresh_NewVersionBeside_IsTakenAndTheOldCanBeAskedFor()
    {
        Copy("national-revised", "national-next", "1.2.0", "\"AtLeast(26)\"");

        Assert.Equal(["jingle-county Replaced", "national-revised Added"], Told(_host.Refresh()));
        Assert.Equal((2m, 2m, 8m), (Margin("national-revised"), Margin("jingle-county"), Margin("national-revised@1.0.0")));
    }

    [Fact]
    public void Refresh_NewVersionBroken_IsRefused()
    {
        Copy("national-revised", "national-next", "1.2.0", "\"AtMuch(26)\"");

        Assert.Equal(["jingle-county Refused", "national-revised Refused"], Told(_host.Refresh()));
        Assert.Equal((8m, 8m), (Margin("national-revised"), Margin("jingle-county")));
    }

    [Fact]
    public void Refresh_NewSchemeBroken_IsToldToWhoAsks()
    {
        Copy("national-revised", "other", "1.0.0", "\"AtMuch(26)\"");
        _folder.Edit("other/scheme.json", "\"id\": \"national-revised\"", "\"id\": \"other\"");

        _host.Refresh();

        Assert.Contains(_host.Check("other").Diagnostics, d => d.Id == "IR4002");
    }

    [Fact]
    public void Refresh_Cancelled_ChangesNothing()
    {
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => _host.Refresh(cancelled.Token));

        Assert.Equal(8m, Margin("jingle-county"));
        _host.Refresh();
        Assert.Equal(2m, Margin("jingle-county"));
    }

    [Fact]
    public void OpenRun_RefreshedMeanwhile_EndsOnWhatItBeganWith()
    {
        using var run = _host.OpenRun("national-revised").OrThrow();
        run.Turn(Facts, new DiagnosticBag());
        _folder.Edit(National, Share, "\"AtLeast(90)\"");
        _host.Refresh();
        var statuses = new Statuses[run.Scheme.Indicators.Length];

        run.Judge(Facts.Facts, 2022, statuses);

        Assert.Equal(Status.Met, statuses[run.Scheme.Indicators.IndexOf(run.Scheme.Find("eco-appraisal-share")!)].Proven);
        Assert.Equal(-62m, Margin("national-revised"));
    }

    [Fact]
    public void Refresh_WhileOthersJudge_NoVerdictMixesTwoStates()
    {
        var (ended, mixed, judged) = (false, 0, 0);
        var threads = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            while (!Volatile.Read(ref ended))
            {
                // The county's title is of the same state as the nation's threshold, or the lineage is torn.
                var assessment = _host.Assess(Facts).OrThrow();
                var title = assessment.Scheme.Title.En;
                var expected = title.StartsWith('#') ? Math.Min(8m, 8m - int.Parse(title[1..], System.Globalization.CultureInfo.InvariantCulture)) : 8m;
                Interlocked.Add(ref mixed, assessment.Row(3).Margin == expected ? 0 : 1);
                Interlocked.Increment(ref judged);
            }
        })).ToList();
        var (nation, county) = (File.ReadAllText(Path.Combine(_folder.Path, National)), File.ReadAllText(Path.Combine(_folder.Path, County)));
        var title = _host.Catalog.Resolve("jingle-county").OrThrow().Title.En;
        Assert.Contains($"\"{title}\"", county, StringComparison.Ordinal);
        threads.ForEach(t => t.Start());
        for (var i = 1; i <= 12; i++)
        {
            _folder.Write(National, nation.Replace(Share, $"\"AtLeast({20 + i})\"", StringComparison.Ordinal));
            _folder.Write(County, county.Replace($"\"{title}\"", $"\"#{i}\"", StringComparison.Ordinal));
            Assert.Empty(_host.Refresh().Diagnostics);
        }

        Volatile.Write(ref ended, true);
        threads.ForEach(t => t.Join());
        Assert.Equal(0, mixed);
        Assert.True(judged > 0);
    }

    [Fact]
    public void Refresh_Locked_RefusesEveryChange()
    {
        var held = LockFile.Of([_host.Catalog.Resolve("jingle-county").OrThrow()]);
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [_folder.Path],
            Compiler = RememberingCompiler.Instance,
            CacheDirectory = null,
            Lock = held,
        });
        host.Assess(Facts).OrThrow();
        _folder.Edit(National, Share, "\"AtLeast(26)\"");

        var report = host.Refresh();

        Assert.All(report.Changes, c => Assert.Equal(SchemeChangeKind.Refused, c.Kind));
        Assert.Equal("IR3013", Assert.Single(report.Diagnostics).Id);
        Assert.Equal(8m, host.Assess(Facts).OrThrow().Row(3).Margin);
    }

    [Fact]
    public void Refresh_ManyTimes_GivesTheOldContextsBack()
    {
        Change(10);

        for (var i = 0; i < 10 && Loaded() > 1; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(1, Loaded());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Change(int times)
    {
        Copy("national-revised", "soak", "1.0.0", "\"AtLeast(0.875)\"");
        _folder.Edit("soak/scheme.json", "\"id\": \"national-revised\"", "\"id\": \"soak\"");
        for (var i = 1; i <= times; i++)
        {
            _folder.Edit("soak/scheme.json", $"\"AtLeast({i - 1}.875)\"", $"\"AtLeast({i}.875)\"");
            _host.Refresh();
            Assert.Equal(27.125m - i, Margin("soak"));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Loaded() => AssemblyLoadContext.All.Count(c => c.Name?.StartsWith("soak@", StringComparison.Ordinal) == true);

    private decimal? Margin(string scheme) => _host.Assess(Facts, new AssessOptions { Scheme = scheme }).OrThrow().Row(3).Margin;

    private static IEnumerable<string> Told(RefreshReport report) => report.Changes.Select(c => $"{c.Id} {c.Kind}");

    private void Copy(string from, string to, string version, string rule)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_folder.Path, from), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Path.Combine(_folder.Path, from), file);
            _folder.Write(Path.Combine(to, name), File.ReadAllText(file));
        }

        _folder.Edit($"{to}/scheme.json", "\"version\": \"1.0.0\"", $"\"version\": \"{version}\"");
        _folder.Edit($"{to}/scheme.json", Share, rule);
    }

    private sealed class Counting : IRuleCompiler
    {
        internal int Asked { get; private set; }

        public CompileResponse Compile(CompileRequest request, CancellationToken cancellation = default)
        {
            Asked++;
            return RememberingCompiler.Instance.Compile(request, cancellation);
        }
    }
}
