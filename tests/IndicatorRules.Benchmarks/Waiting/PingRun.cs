using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Benchmarks.Waiting;

/// <summary>How long a piece of work of the application's own waits for a thread of the pool while many requests wait for a cold host's
/// first compilation.</summary>
internal sealed class PingRun(int requests, int rounds)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FactsFile _facts = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();

    internal int Run()
    {
        // What the first request of a process compiles of this program is not asked here.
        Beside((host, facts) => host.AssessAsync(facts));
        var idle = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            idle.Add(Ping());
            Thread.Sleep(Pause);
        }

        var asynchronous = Enumerable.Range(0, rounds).Select(_ => Beside((host, facts) => host.AssessAsync(facts))).ToList();
        var blocking = Beside((host, facts) => Task.Run(() => host.Assess(facts)));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            requests,
            idleMilliseconds = Worst(idle),
            asyncMilliseconds = Worst(asynchronous.SelectMany(r => r.Pings)),
            asyncMedianMilliseconds = Median(asynchronous.SelectMany(r => r.Pings)),
            moreMilliseconds = Math.Round(Worst(asynchronous.SelectMany(r => r.Pings)) - Worst(idle), 1),
            coldMilliseconds = Median(asynchronous.Select(r => r.All)),
            blockingMilliseconds = Worst(blocking.Pings),
        }));
        return 0;
    }

    // The waits of one piece of work after another, from the first request on until all are answered.
    private (List<double> Pings, double All) Beside(Func<SchemeHost, FactsFile, Task<Result<Assessment>>> ask)
    {
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });
        var started = Stopwatch.GetTimestamp();
        var all = Task.WhenAll(Enumerable.Range(0, requests).Select(_ => ask(host, _facts)));
        var pings = new List<double>();
        do
        {
            pings.Add(Ping());
            Thread.Sleep(Pause);
        }
        while (!all.IsCompleted);

        foreach (var result in all.GetAwaiter().GetResult())
        {
            result.OrThrow();
        }

        return (pings, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // From the thread that measures, which is none of the pool's; it is told on the thread that ran the work.
    private static double Ping()
    {
        var started = Stopwatch.GetTimestamp();
        using var ran = new ManualResetEventSlim();
        long at = 0;
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                Volatile.Write(ref at, Stopwatch.GetTimestamp());
                ran.Set();
            },
            null);
        ran.Wait();
        return Stopwatch.GetElapsedTime(started, Volatile.Read(ref at)).TotalMilliseconds;
    }

    private static double Worst(IEnumerable<double> all) => Math.Round(all.Max(), 1);

    private static double Median(IEnumerable<double> all)
    {
        var sorted = all.Order().ToList();
        return Math.Round(sorted[sorted.Count / 2], 1);
    }
}
