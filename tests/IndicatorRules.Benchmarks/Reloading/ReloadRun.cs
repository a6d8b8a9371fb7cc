using System.Diagnostics;
using System.Runtime.Loader;
using System.Text.Json;
using IndicatorRules.Facts;
using IndicatorRules.Reloading;
using IndicatorRules.Scripting;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>Replaces a base and what rests on it again and again while threads judge by them.</summary>
internal sealed class ReloadRun(int count, int threads)
{
    private const int Early = 100;
    private const int BrokenEvery = 10;
    private const int MostRetries = 2;

    private readonly List<WeakReference> _contexts = [];

    internal int Run()
    {
        using var plugins = new ChangingPlugins();
        using var worker = new CompileWorker();
        plugins.Write(1);
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [plugins.Path], Compiler = worker, StoreDirectory = null });
        var facts = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();
        host.Assess(facts).OrThrow();
        var started = Stopwatch.GetTimestamp();
        using var judges = new Judges(host, facts, threads);
        (decimal Host, decimal Worker) early = default;
        var (refused, most) = (0, 0);
        for (var generation = 2; generation <= count + 1; generation++)
        {
            refused += Replace(generation, plugins, host, judges);
            Note();
            // Before anything is collected on purpose.
            most = Math.Max(most, Live());
            if (generation == Math.Min(Early, count) + 1)
            {
                early = Memory(worker);
            }

            if ((generation - 1) % 100 == 0)
            {
                Console.Error.WriteLine(
                    $"{generation - 1} replaced, {judges.Assessments} assessments, "
                        + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {Memory(worker)}");
            }
        }

        var end = Memory(worker);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            assessments = judges.Assessments,
            wrong = judges.Wrong,
            torn = judges.Torn,
            liveContexts = Live(),
            mostLiveContexts = most,
            workingSetMbAt100 = early.Host,
            workingSetMbAtEnd = end.Host,
            growthPercent = Math.Round(100 * (end.Host - early.Host) / early.Host, 2),
            replaced = count,
            refused,
            seconds = Math.Round(seconds, 1),
            assessmentsPerSecond = Math.Round(judges.Assessments / seconds),
            contextsMade = _contexts.Count,
            workerMbAt100 = early.Worker,
            workerMbAtEnd = end.Worker,
        }));
        return judges.Wrong + judges.Torn == 0 ? 0 : 1;
    }

    private static int Replace(int generation, ChangingPlugins plugins, SchemeHost host, Judges judges)
    {
        var refused = 0;
        if (generation % BrokenEvery == 0)
        {
            plugins.WriteHalf(generation);
            refused = host.Refresh().Changes.Count(c => c.Kind == SchemeChangeKind.Refused);
        }

        plugins.Write(generation);
        judges.Written(generation);
        var report = host.Refresh();
        for (var i = 0; i < MostRetries && report.Diagnostics.Any(d => d.Id == "IR4011"); i++)
        {
            // The worker was too late on a busy machine: the old stays in force, and the next look tries again.
            report = host.Refresh();
        }

        judges.InForce(generation);
        return report.Diagnostics.IsEmpty && report.Changes.Length == 2
            ? refused
            : throw new InvalidOperationException(
            string.Join('\n', report.Diagnostics.Select(d => d.ToString()).Append($"{report.Changes.Length} changes")));
    }

    // Every context there ever was, so that one that is never collected is seen.
    private void Note()
    {
        foreach (var context in AssemblyLoadContext.All.OfType<SchemeLoadContext>())
        {
            if (!_contexts.Exists(c => ReferenceEquals(c.Target, context)))
            {
                _contexts.Add(new WeakReference(context));
            }
        }
    }

    private int Live() => _contexts.Count(c => c.IsAlive);

    private static (decimal Host, decimal Worker) Memory(CompileWorker worker)
    {
        for (var i = 0; i < 4; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var own = Process.GetCurrentProcess();
        using var child = worker.ProcessId is { } id ? Process.GetProcessById(id) : null;
        return (Megabytes(own.WorkingSet64), Megabytes(child?.WorkingSet64 ?? 0));
    }

    private static decimal Megabytes(long bytes) => Math.Round(bytes / 1_000_000m, 1);
}
