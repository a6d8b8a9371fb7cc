using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Scripting;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>From the saving of a rule to the first verdict by it in a running host that watches its plugins.</summary>
internal sealed class ChangeRun(int count)
{
    private const int WarmUp = 5;

    internal async Task<int> Run()
    {
        using var plugins = new ChangingPlugins();
        using var cache = new ChangingPlugins();
        plugins.Write(1);
        using var worker = new CompileWorker();
        var compiler = new TimedCompiler(worker);
        using var host = SchemeHost.Open(
            new SchemeHostOptions
            {
                PluginDirectories = [plugins.Path],
                Compiler = compiler,
                StoreDirectory = Path.Combine(cache.Path, "cache")
            });
        var facts = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();
        host.Assess(facts).OrThrow();
        using var told = new SemaphoreSlim(0);
        await using var watch = host.Watch(_ => told.Release());
        var (alone, together, compiling) = (new List<double>(), new List<double>(), new List<double>());
        for (var generation = 2; generation <= (2 * (count + WarmUp)) + 1; generation++)
        {
            // The nation alone, which a county rests on; then both files, one after the other.
            var both = generation % 2 == 1;
            compiler.Taken();
            var milliseconds = Saved(generation, both, plugins, host, facts, told);
            if (generation > (2 * WarmUp) + 1)
            {
                (both ? together : alone).Add(milliseconds);
                compiling.AddRange(both ? [] : compiler.Taken());
            }
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            milliseconds = At(alone, 0.5),
            p95 = At(alone, 0.95),
            least = At(alone, 0),
            twoSchemesMilliseconds = At(together, 0.5),
            compilingMilliseconds = At(compiling, 0.5),
            compilations = compiling.Count,
            settleMilliseconds = new PluginWatchOptions().Settle.TotalMilliseconds,
            changes = alone.Count,
        }));
        return 0;
    }

    private static double Saved(int generation, bool both, ChangingPlugins plugins, SchemeHost host, FactsFile facts, SemaphoreSlim told)
    {
        var options = new AssessOptions { Scheme = both ? "jingle-county" : "national-revised" };
        var started = Stopwatch.GetTimestamp();
        if (both)
        {
            plugins.Write(generation);
        }
        else
        {
            plugins.WriteNation(generation);
        }

        while (true)
        {
            if (!told.Wait(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException("The watch said nothing for 30 s.");
            }

            var seen = Generation.Of(host.Assess(facts, options).OrThrow());
            if (seen.Nation == generation && (!both || seen.County == generation))
            {
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }
    }

    private static double At(List<double> all, double share) =>
        Math.Round(all.Order().ElementAt((int)Math.Min(all.Count - 1, share * all.Count)), 1);
}
