using System.Collections.Concurrent;
using IndicatorRules.Assessing;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests;

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

        Assert.True(host.Check("shanxi-trial").Succeeded);
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
        Assert.Contains(Next().Changes, IsNation);
        Assert.Contains(Next(other).Changes, IsNation);
        _folder.Edit(National, "\"AtLeast(26)\"", "\"AtLeast(27)\"");

        _host.Refresh();

        Assert.Contains(Next().Changes, IsNation);
        Assert.Contains(Next(other).Changes, IsNation);

        static bool IsNation(SchemeChange change) => change is { Id: "national-revised", Kind: SchemeChangeKind.Replaced };
    }

    [Fact]
    public async Task Watch_BrokenThenMended_IsToldBoth()
    {
        await using var watch = _host.Watch(_told.Add);
        var whole = File.ReadAllText(Path.Combine(_folder.Path, National));
        _folder.Edit(National, Share, "\"AtLeest(26)\"");
        var broken = Next();
        Assert.Contains(broken.Diagnostics, d => d.Id == "IR4002");
        _folder.Write(National, whole);

        var well = Next();

        Assert.Empty(well.Diagnostics);
        Assert.True(broken.Diagnostics.SequenceEqual(well.Mended));
        Assert.Equal(["jingle-county", "national-revised"], well.Changes.Where(c => c.Kind == SchemeChangeKind.Recovered).Select(c => c.Id));
    }

    [Fact]
    public async Task Watch_RefreshThatThrows_IsToldOnceAndSoIsItsEnd()
    {
        var compiler = new FailingCompiler();
        using var host = Hosts.With(compiler, _folder.Path);
        await using var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(50) });
        compiler.Fault = () => new NotFiniteNumberException("a fault of the compiler");
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Assert.Contains("a fault of the compiler", Assert.Single(Next().Diagnostics, d => d.Id == "IR4113").Message(Contract.Language.En), StringComparison.Ordinal);
        await Task.Delay(300);
        Assert.Empty(_told);
        compiler.Fault = null;

        Assert.Contains(Next().Changes, c => c is { Id: "national-revised", Kind: SchemeChangeKind.Replaced });
        Assert.Equal("IR4113", Assert.Single(Next().Mended).Id);
        Assert.False(watch.Completion.IsCompleted);
    }

    [Fact]
    public async Task Watch_MachineFaultThatPasses_IsToldOnceAndSoIsTheRecovery()
    {
        var compiler = new FailingCompiler { Fault = () => new CompileWorkerException(IndicatorRules.Workers.WorkerFault.Missing, new("不在", "is missing"), "") };
        using var host = Hosts.With(compiler, _folder.Path);
        await using var watch = host.Watch(_told.Add, new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(50) });
        _folder.Edit(National, Share, "\"AtLeast(26)\"");
        Assert.Contains(Next().Diagnostics, d => d.Id == "IR4011");
        await Task.Delay(300);
        Assert.Empty(_told);
        compiler.Fault = null;

        Assert.Contains(Next().Mended, d => d.Id == "IR4011");
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
    private RefreshReport Next() => Next(_told);

    private static RefreshReport Next(BlockingCollection<RefreshReport> told) => told.TryTake(out var report, TimeSpan.FromMinutes(1)) ? report : throw new TimeoutException("The watch says nothing.");

    private decimal? Margin() =>
        _host.Assess(TinyFacts.Read(TinyFacts.Text).OrThrow(), new AssessOptions { Scheme = "national-revised" }).OrThrow().Row(3).Margin;
}
