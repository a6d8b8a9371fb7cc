using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Conventions.Support;
using IndicatorRules.Facts;
using IndicatorRules.Scripting;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>A host that loads each attempt as it would any county's plugin, beside a canary that must not notice.</summary>
internal sealed class AttemptProcess(string directory, int repeat)
{
    private const decimal MostMilliseconds = 1000;
    private const int Tries = 3;
    private const long MostBytes = 64 * MemoryTaken.Megabyte;

    // One that each layer refuses, so that none is timed while the compiler is still being made ready.
    private static readonly string[] Refused =
    [
        "#if", "AtLeast(", "while (true) { }", "Items.Strw", "Value.GetType()", "return System.IO.File.ReadAllText(\"\");",
        "Verdict F() => F();\nreturn F();", string.Concat(Enumerable.Range(0, 40).Select(i => $"Verdict F{i + 1}() => {(i == 0 ? "AtLeast(1)" : $"F{i}() & F{i}()")};\n")) + "return F40();",
    ];

    private readonly FactsFile _facts = FactsReader.ReadFile(Path.Combine(Repo.Root, "samples/jingle-2022/facts.json")).OrThrow();
    private readonly string[] _shipped = Directory.GetDirectories(Path.Combine(Repo.Root, "plugins"));

    internal int Run(int first)
    {
        using var worker = new CompileWorker(deadline: TimeSpan.FromSeconds(10));
        using var canary = new Canary(_facts);
        using var plugin = new StrangersPlugin();
        foreach (var script in Repo.Files("tests/corpus/honest", "*.csx").Select(File.ReadAllText).Concat(Refused))
        {
            _ = Judge(plugin.With(script), worker);
        }

        foreach (var attempt in Attempts.In(directory).Skip(first))
        {
            var tries = Enumerable.Range(0, repeat).Select(_ => Try(attempt, worker, canary, plugin)).ToList();
            // What ends late by itself ends late again; what a busy machine delayed does not.
            while (!tries.Exists(t => t.InBounds) && tries.Count < Math.Max(repeat, Tries))
            {
                tries.Add(Try(attempt, worker, canary, plugin));
            }

            var outcome = tries.MinBy(t => t.Milliseconds)! with
            {
                Refused = tries.TrueForAll(t => t.Refused),
                Memory = MemoryTaken.MostOf(tries.ConvertAll(t => t.Memory)),
                CanaryFailures = tries.Sum(t => t.CanaryFailures),
                StateChanges = [.. tries.SelectMany(t => t.StateChanges).Distinct()],
            };
            Console.Out.WriteLine(JsonSerializer.Serialize(outcome));
            Console.Out.Flush();
        }

        return 0;
    }

    private Outcome Try(string attempt, CompileWorker worker, Canary canary, StrangersPlugin plugin)
    {
        var folder = attempt.EndsWith(".csx", StringComparison.Ordinal) ? plugin.With(File.ReadAllBytes(attempt)) : attempt;
        var before = ProcessState.Now();
        var failures = canary.Failures;
        var memory = new MemoryWatch(worker);
        var watch = Stopwatch.StartNew();
        var (refused, ids) = Judge(folder, worker);
        var took = (decimal)watch.Elapsed.TotalMilliseconds;
        var taken = memory.Taken();
        var inBounds = refused || (took <= MostMilliseconds && taken.Allocated <= MostBytes);
        return new Outcome(attempt, refused, ids, inBounds, took, taken, canary.Failures - failures, before.Changes());
    }

    private (bool Refused, string[] Ids) Judge(string folder, CompileWorker worker)
    {
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [folder, .. _shipped], Compiler = worker, CacheDirectory = null });
        // A folder that cannot even be read offers no scheme; one that can is judged by its own id.
        var own = Schemes.Resolving.SchemeCatalog.Discover(folder);
        if (!own.Available.Any())
        {
            return (true, [.. own.Diagnostics.Select(d => d.Id).Distinct()]);
        }

        var (id, version) = own.Available.First();
        var result = host.Assess(_facts, new AssessOptions { Scheme = $"{id}@{version}" });
        return (!result.Succeeded, [.. result.Diagnostics.Select(d => d.Id).Distinct()]);
    }
}
