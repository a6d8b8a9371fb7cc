using System.Collections.Concurrent;
using IndicatorRules.Assessing;
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
    public async Task Watch_CallbackThatThrows_EndsTheWatchWithItsFault()
    {
        await using var watch = _host.Watch(_ => throw new InvalidOperationException("mine"));
        _folder.Edit(National, Share, "\"AtLeast(26)\"");

        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => watch.Completion)).Message);
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
    private RefreshReport Next() => _told.TryTake(out var report, TimeSpan.FromMinutes(1)) ? report : throw new TimeoutException("The watch says nothing.");

    private decimal? Margin() =>
        _host.Assess(TinyFacts.Read(TinyFacts.Text).OrThrow(), new AssessOptions { Scheme = "national-revised" }).OrThrow().Row(3).Margin;
}
