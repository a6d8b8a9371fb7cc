using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Hosting;

/// <summary>Every refresh that finds something raises the host's event, once, in order, for everyone.</summary>
[Trait("Category", "Slow")]
public sealed class ChangedTests : RefreshBench
{
    [Fact]
    public void Changed_HandlerThatThrows_TakesNothingFromTheOthers()
    {
        var heard = new List<RefreshReport>();
        Host.Changed += (_, _) => throw new InvalidOperationException("mine");
        Host.Changed += (_, e) => heard.Add(e);
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");

        var report = Host.Refresh();

        Assert.Single(heard);
        Assert.Contains("mine", Assert.Single(report.Diagnostics, d => d.Id == "IR4114").Message(Language.En), StringComparison.Ordinal);
        Assert.Empty(Host.Refresh().Diagnostics);
    }

    [Fact]
    public void Changed_HandlerThatRefreshes_HearsTheNextAfterEveryoneHadThis()
    {
        var heard = new List<string>();
        Host.Changed += (_, e) =>
        {
            heard.Add($"first {e.Changes.Length}");
            if (heard.Count == 1)
            {
                Plugins.Edit(National, "\"AtLeast(26)\"", "\"AtLeast(27)\"");
                Host.Refresh();
            }
        };
        Host.Changed += (_, e) => heard.Add($"second {e.Changes.Length}");
        Plugins.Edit(National, Share, "\"AtLeast(26)\"");

        Host.Refresh();

        Assert.Equal(["first 2", "second 2", "first 2", "second 2"], heard);
        Assert.Equal(1m, Margin("national-revised"));
    }

    [Fact]
    public void Changed_NothingNew_IsNotRaised()
    {
        var raised = 0;
        Host.Changed += (_, _) => raised++;
        Host.Refresh();
        Plugins.Edit(National, Share, "\"AtMuch(26)\"");
        Host.Refresh();
        Host.Refresh();

        Assert.Equal(1, raised);
    }

    [Fact]
    public async Task Soak_WatchersAndRefreshersAtOnce_AllHearTheSameInTheSameOrder()
    {
        var heard = Enumerable.Range(0, 3).Select(_ => new List<string>()).ToList();
        var handlers = heard.Select(list => (EventHandler<RefreshReport>)((_, e) => list.Add(Told(e)))).ToList();
        handlers.ForEach(h => Host.Changed += h);
        var watched = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var over = new CancellationTokenSource();
        await using (Host.Watch(r => watched.Enqueue(Told(r)),
            new PluginWatchOptions { Poll = TimeSpan.FromMilliseconds(10), Settle = TimeSpan.FromMilliseconds(1) }))
        {
            var refreshers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    await Host.RefreshAsync();
                    await Host.AssessAsync(Facts);
                }
            })).ToList();
            var last = Share;
            for (var i = 0; i < 40; i++)
            {
                // Every fourth is broken, and mended by the next.
                var next = i % 4 == 3 ? $"\"AtMuch({1000 + i})\"" : $"\"AtLeast({1000 + i})\"";
                Plugins.Edit(National, last, next);
                last = next;
                await Task.Delay(5);
            }

            Plugins.Edit(National, last, "\"AtLeast(90)\"");
            Eventually.Holds(() => Margin("national-revised") == -62m);
            await over.CancelAsync();
            await Task.WhenAll(refreshers);
            Host.Refresh();
            Eventually.Holds(() => watched.Count == heard[0].Count);
        }

        Assert.NotEmpty(heard[0]);
        Assert.All(heard, list => Assert.Equal(heard[0], list));
        Assert.Equal(heard[0], watched);
    }

    private static string Told(RefreshReport report) =>
        string.Join(' ', report.Changes.Select(c => $"{c.Id}:{c.Kind}").Concat(report.Diagnostics.Select(d => d.Id))
            .Concat(report.Mended.Select(d => "-" + d.Id)));
}
