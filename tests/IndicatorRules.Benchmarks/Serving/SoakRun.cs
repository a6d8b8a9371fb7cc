using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Benchmarks.Reloading;

namespace IndicatorRules.Benchmarks.Serving;

/// <summary>Many requests while the schemes are replaced again and again: every answer is right, and memory stays flat.</summary>
internal sealed class SoakRun(int requests, int reloads, int clients)
{
    private const long Slack = 16 * 1024 * 1024;
    private const int PercentMore = 25;

    internal int Run()
    {
        using var plugins = new ChangingPlugins();
        plugins.Write(1);
        using var service = new RunningService(plugins.Path, warm: true);
        var (asked, seen, marks) = (0, new HashSet<string>(), new List<(long Managed, long Resident)>());
        var begun = Stopwatch.GetTimestamp();
        for (var generation = 1; generation <= reloads; generation++)
        {
            plugins.Write(generation + 1);
            var until = (int)((long)requests * generation / reloads);
            var all = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
            {
                var own = new HashSet<string>();
                while (Interlocked.Increment(ref asked) <= until)
                {
                    own.Add((await service.AssessAsync()).Schemes);
                }

                Interlocked.Decrement(ref asked);
                return own;
            }))).GetAwaiter().GetResult();
            foreach (var own in all)
            {
                seen.UnionWith(own);
            }

            if (generation * 10 % reloads == 0)
            {
                marks.Add((GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet));
            }
        }

        // The first tenth warms up.
        var (first, last) = (marks[Math.Min(1, marks.Count - 1)], marks[^1]);
        var isFlat = last.Managed <= (first.Managed * (100 + PercentMore) / 100) + Slack;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            requests = asked,
            reloads,
            generationsSeen = seen.Count,
            seconds = Math.Round(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1),
            managedMegabytes = marks.Select(m => m.Managed >> 20),
            residentMegabytes = marks.Select(m => m.Resident >> 20),
            isFlat,
        }));
        return isFlat ? 0 : 1;
    }
}
