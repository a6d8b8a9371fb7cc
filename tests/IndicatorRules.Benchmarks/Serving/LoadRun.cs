using System.Diagnostics;
using System.Text.Json;

namespace IndicatorRules.Benchmarks.Serving;

/// <summary>Assessments a second and their latency, beside an endpoint that does nothing, at several numbers of clients.</summary>
internal sealed class LoadRun(int seconds)
{
    private static readonly int[] Clients = [1, 8, 64];

    internal int Run()
    {
        using var service = new RunningService(Repo.Plugins, warm: true);
        Measure(service.PingAsync, 8, 1);
        Measure(async () => (await service.AssessAsync()).Milliseconds, 8, 1);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            seconds,
            clients = Clients.Select(clients =>
            {
                var empty = Measure(service.PingAsync, clients, seconds);
                var assess = Measure(async () => (await service.AssessAsync()).Milliseconds, clients, seconds);
                return new
                {
                    clients,
                    emptyPerSecond = empty.Count / seconds,
                    emptyP50 = empty.At(0.5),
                    emptyP99 = empty.At(0.99),
                    assessPerSecond = assess.Count / seconds,
                    assessP50 = assess.At(0.5),
                    assessP99 = assess.At(0.99),
                    timesEmptyP50 = Math.Round(assess.At(0.5) / empty.At(0.5), 1),
                };
            }),
        }));
        return 0;
    }

    private static Latencies Measure(Func<Task<double>> ask, int clients, int seconds)
    {
        var begun = Stopwatch.GetTimestamp();
        var all = Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(begun).TotalSeconds < seconds)
            {
                own.Add(await ask());
            }

            return own;
        }))).GetAwaiter().GetResult();
        var latencies = new Latencies();
        foreach (var own in all)
        {
            latencies.Add(own);
        }

        return latencies;
    }
}
