using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Conventions.Support;
using IndicatorRules.Facts;
using IndicatorRules.Scripting;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>A host that loads each attempt as it would any county's plugin, beside a canary that must not notice.</summary>
internal sealed class AttemptProcess(string directory)
{
    private const decimal MostMilliseconds = 1000;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly FactsFile _facts = FactsReader.ReadFile(Path.Combine(Repo.Root, "samples/jingle-2022/facts.json")).OrThrow();

    internal int Run(int first)
    {
        using var worker = new CompileWorker(deadline: TimeSpan.FromSeconds(10));
        using var canary = new Canary(_facts);
        using var plugin = new StrangersPlugin();
        // Warm: the worker started, the shapes known, so that times are those of the attempts.
        Judge(plugin.With("AtLeast(1)"), worker);
        foreach (var attempt in Attempts.In(directory).Skip(first))
        {
            var before = ProcessState.Now();
            var failures = canary.Failures;
            var watch = Stopwatch.StartNew();
            var bytes = GC.GetTotalAllocatedBytes();
            var folder = attempt.EndsWith(".csx", StringComparison.Ordinal) ? plugin.With(File.ReadAllBytes(attempt)) : attempt;
            var (refused, ids) = Judge(folder, worker);
            var took = (decimal)watch.Elapsed.TotalMilliseconds;
            var grew = GC.GetTotalAllocatedBytes() - bytes - canary.AllocatedMeanwhile();
            var outcome = new Outcome(
                attempt, refused, ids, refused || (took <= MostMilliseconds && grew <= MostBytes), took, canary.Failures - failures, before.Changes());
            Console.Out.WriteLine(JsonSerializer.Serialize(outcome));
            Console.Out.Flush();
        }

        return 0;
    }

    private (bool Refused, string[] Ids) Judge(string folder, CompileWorker worker)
    {
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [folder, .. Directory.GetDirectories(Path.Combine(Repo.Root, "plugins"))],
            Compiler = worker,
            CacheDirectory = null,
        });
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
