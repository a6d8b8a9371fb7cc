using System.Text.Json;

namespace IndicatorRules.Benchmarks.Serving;

/// <summary>How long <c>/ping</c> takes while many requests wait for the first compilation of a cold service.</summary>
internal sealed class ServedPing(int requests, int rounds)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    internal int Run()
    {
        var (idle, beside) = (new Latencies(), new Latencies());
        // The first round compiles this program, and is not counted.
        for (var round = 0; round <= rounds; round++)
        {
            using var service = new RunningService(Repo.Plugins, warm: false);
            var quiet = Pings(service, () => false, 50);
            var all = Task.WhenAll(Enumerable.Range(0, requests).Select(_ => service.AssessAsync()));
            var loaded = Pings(service, () => all.IsCompleted, int.MaxValue);
            all.GetAwaiter().GetResult();
            if (round > 0)
            {
                idle.Add(quiet);
                beside.Add(loaded);
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            requests,
            rounds,
            idleP50 = idle.At(0.5),
            idleP99 = idle.At(0.99),
            idleWorst = idle.Worst,
            besideP50 = beside.At(0.5),
            besideP99 = beside.At(0.99),
            besideWorst = beside.Worst,
            moreMilliseconds = Math.Round(beside.At(0.99) - idle.At(0.99), 1),
        }));
        return 0;
    }

    private static List<double> Pings(RunningService service, Func<bool> isOver, int most)
    {
        var all = new List<double>();
        do
        {
            all.Add(service.PingAsync().GetAwaiter().GetResult());
            Thread.Sleep(Pause);
        }
        while (all.Count < most && !isOver());

        return all;
    }
}
