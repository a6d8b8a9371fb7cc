using System.Collections.Concurrent;
using IndicatorRules.Assessing;
using IndicatorRules.Reloading;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

[Trait("Category", "Slow")]
public sealed class PluginWatchTests : IAsyncLifetime
{
    private const string National = "national-revised/scheme.json";
    private const string Share = "\"AtLeast(20)\"";

    private readonly TempFolder _folder = TempFolder.WithPlugins();
    private readonly SchemeHost _host;
    private readonly BlockingCollection<RefreshReport> _told = [];

    public PluginWatchTests() => _host = Hosts.Over(_folder.Path);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        _host.Dispose();
        _folder.Dispose();
        _told.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Watch_RuleSaved_IsInForceWhenItIsTold()
    {
        await using var watch = _host.Watch(_told.Add);
        _folder.Edit(National, Share, "\"AtLeast(26)\"");

        var report = Next();

        Assert.Contains(report.Changes, c => c is { Id: "national-revised", Kind: SchemeChangeKind.Replaced });
        Assert.Equal(2m, Margin());
    }

    [Fact]
    public async Task Watch_NotificationsThatNeverCome_AreMadeUpForByReading()
    {
        // Not there when the watch begins, so nothing can be listened to.
        var later = Path.Combine(_folder.Path, "later");
        using var host = Hosts.Over(_folder.Path, later);
        await using var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(50) });
        Directory.CreateDirectory(later);
        Directory.Move(Path.Combine(_folder.Path, "shanxi-trial"), Path.Combine(later, "shanxi-trial"));

        while (!host.Catalog.Diagnostics.IsEmpty)
        {
            Next();
        }

        Assert.True(host.ValidateScheme("shanxi-trial").Succeeded);
    }

    [Fact]
    public async Task Watch_FactsSaved_AreTold()
    {
        var facts = _folder.Write("facts.json", "{}");
        await using var watch = _host.Watch(_told.Add, new PluginWatchOptions { Files = [facts] });
        File.WriteAllText(facts, "{ }");

        while (!Next().FilesChanged)
        {
        }
    }

    [Fact]
    public async Task Watch_CallbackThatThrows_IsCalledAgainAndHandsItsFaultBack()
    {
        var faults = new BlockingCollection<Exception>();
        await using var watch = _host.Watch(
            report =>
            {
                _told.Add(report);
                throw new InvalidOperationException("mine");
            },
            new PluginWatchOptions { CallbackFailed = faults.Add });
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Next();
        _folder.Edit(National, "\"AtLeast(26)\"", "\"AtLeast(27)\"");
        Next();

        Assert.False(watch.Completion.IsCompleted);
        Assert.Equal("mine", faults.Take().Message);
        Assert.Equal("mine", watch.LastFault?.Message);
    }

    [Fact]
    public async Task Watch_Several_AllAreToldWhoeverRefreshes()
    {
        var other = new BlockingCollection<RefreshReport>();
        await using var one = _host.Watch(_told.Add);
        await using var two = _host.Watch(other.Add);
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Until(r => r.Changes.Any(IsNation));
        Until(r => r.Changes.Any(IsNation), other);
        _folder.Edit(National, "\"AtLeast(26)\"", "\"AtLeast(27)\"");

        _host.Refresh();

        Until(r => r.Changes.Any(IsNation));
        Until(r => r.Changes.Any(IsNation), other);

        static bool IsNation(SchemeChange change) => change is { Id: "national-revised", Kind: SchemeChangeKind.Replaced };
    }

    [Fact]
    public async Task Watch_BrokenThenMended_IsToldBoth()
    {
        await using var watch = _host.Watch(_told.Add);
        var whole = File.ReadAllText(Path.Combine(_folder.Path, National));
        _folder.Edit(National, Share, "\"AtLeest(26)\"");
        var broken = Until(r => r.Diagnostics.Any(d => d.Id == "IR4002"));
        _folder.Write(National, whole);

        var well = Until(r => r.Diagnostics.IsEmpty);

        Assert.True(broken.Diagnostics.SequenceEqual(well.Mended));
        Assert.Equal(["jingle-county", "national-revised"],
            well.Changes.Where(c => c.Kind == SchemeChangeKind.Recovered).Select(c => c.Id));
    }

    [Fact]
    public async Task Watch_RefreshThatThrows_IsToldOnceAndSoIsItsEnd()
    {
        var compiler = new FailingCompiler();
        using var host = Hosts.With(compiler, _folder.Path);
        await using var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(50) });
        compiler.Fault = () => new NotFiniteNumberException("a fault of the compiler");
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Until(r => r.Diagnostics.Any(
            d => d.Id == "IR9001" && d.Message(Contract.Language.En).Contains("a fault of the compiler", StringComparison.Ordinal)));
        await Task.Delay(300);
        Assert.Empty(_told);
        compiler.Fault = null;

        Assert.Contains(Next().Mended, d => d.Id == "IR9001");
        Assert.False(watch.Completion.IsCompleted);
    }

    [Fact]
    public async Task Watch_LookThatThrows_IsToldOnceAndTheWatchGoesOn()
    {
        var directories = new FaultyList(_folder.Path);
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = directories, Compiler = RememberingCompiler.Instance, StoreDirectory = null });
        await using var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(50) });
        directories.Faulty = true;
        Assert.Equal("IR4113", Assert.Single(Next().Diagnostics).Id);
        await Task.Delay(300);
        Assert.Empty(_told);
        directories.Faulty = false;

        Assert.Equal("IR4113", Assert.Single(Next().Mended).Id);
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Until(r => r.Changes.Any(c => c is { Id: "national-revised", Kind: SchemeChangeKind.Replaced }));
    }

    [Fact]
    public async Task Dispose_OfTheHost_EndsItsWatches()
    {
        var host = Hosts.Over(_folder.Path);
        var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(20) });
        host.Dispose();

        await watch.Completion.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.True(watch.Completion.IsCompletedSuccessfully);
        await watch.DisposeAsync();
        await watch.DisposeAsync();
    }

    [Fact]
    public async Task DisposeAsync_AfterIt_NothingIsToldAnyMore()
    {
        var watch = _host.Watch(_told.Add);
        await watch.DisposeAsync();
        Assert.True(watch.Completion.IsCompletedSuccessfully);
        _folder.Edit(National, Share, "\"AtLeast(26)\"");

        Assert.Equal(8m, Margin());
    }

    // Long, for a machine that is busy with other things; a watch that works answers in milliseconds.
    // A file that was read half-written makes a report of its own.
    private RefreshReport Until(Func<RefreshReport, bool> wanted, BlockingCollection<RefreshReport>? told = null)
    {
        while (true)
        {
            if (Next(told ?? _told) is { } report && wanted(report))
            {
                return report;
            }
        }
    }

    private RefreshReport Next() => Next(_told);

    private static RefreshReport Next(BlockingCollection<RefreshReport> told) =>
        told.TryTake(out var report, TimeSpan.FromMinutes(1)) ? report : throw new TimeoutException("The watch says nothing.");

    private decimal? Margin() =>
        _host.Assess(TinyFacts.Read(TinyFacts.Text).OrThrow(), new AssessOptions { Scheme = "national-revised" }).OrThrow().Row(3).Margin;

    private sealed class FaultyList(string only) : IReadOnlyList<string>
    {
        internal bool Faulty { get; set; }

        public int Count => 1;

        public string this[int index] => only;

        public IEnumerator<string> GetEnumerator() =>
            Faulty ? throw new InvalidOperationException("no list now") : ((IEnumerable<string>)[only]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
