using System.Diagnostics;
using System.Runtime.Loader;
using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Reporting;
using IndicatorRules.Scripting;
using IndicatorRules.Tables;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>A host that loads each attempt as it would any county's plugin, beside a canary that must not notice.</summary>
internal sealed class AttemptProcess(string directory, int repeat)
{
    private const decimal MostMilliseconds = 1000;
    private const int Tries = 3;
    private const int SpareThreads = 12;
    private const long MostBytes = 64 * MemoryTaken.Megabyte;

    // One that each layer refuses, so that none is timed while the compiler is still being made ready.
    private static readonly string[] Refused =
    [
        "#if", "AtLeast(", "while (true) { }", "Items.Strw", "Value.GetType()", "return System.IO.File.ReadAllText(\"\");",
        "Verdict F() => F();\nreturn F();", string.Concat(Enumerable.Range(0, 40)
            .Select(i => $"Verdict F{i + 1}() => {(i == 0 ? "AtLeast(1)" : $"F{i}() & F{i}()")};\n")) + "return F40();",
    ];

    private readonly FactsFile _own = StrangersPlugin.Facts();
    private readonly string[] _shipped = Directory.GetDirectories(Repo.Plugins);

    internal int Run(int first)
    {
        using var worker = new CompileWorker(deadline: TimeSpan.FromSeconds(10));
        using var canary = new Canary(JsonOf);
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
        if (Attempts.IsRecipe(attempt))
        {
            return TryRecipe(attempt, worker, canary);
        }

        if (Attempts.IsTable(attempt))
        {
            return Try(attempt, worker, canary, () => JudgeTable(attempt));
        }

        if (Attempts.IsImage(attempt))
        {
            // What a compiler that was taken over hands in.
            var given = new Given(new CompileResponse(File.ReadAllBytes(attempt), [], [new RuleCost(1, [])]));
            return Try(attempt, worker, canary, () => Judge(plugin.With("AtLeast(1)"), given));
        }

        var folder = attempt.EndsWith(".csx", StringComparison.Ordinal) ? plugin.With(File.ReadAllBytes(attempt)) : attempt;
        return Try(attempt, worker, canary, () => Judge(folder, worker));
    }

    // What works may take its time: its schemes are compiled, one by one.
    private Outcome TryRecipe(string attempt, CompileWorker worker, Canary canary)
    {
        var made = Directory.CreateTempSubdirectory("stranger").FullName;
        try
        {
            var asked = Recipe.Make(attempt, made);
            var outcome = Try(attempt, worker, canary, () => Judge([made, .. _shipped], asked, worker));
            return outcome with { InBounds = outcome.Refused == (Recipe.ExpectedBy(attempt) != Recipe.Works) };
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    private static Outcome Try(string attempt, CompileWorker worker, Canary canary, Func<(bool Refused, string[] Ids)> judge)
    {
        var before = new ProcessState();
        var failures = Failures(canary);
        var memory = new MemoryWatch(worker);
        var watch = Stopwatch.StartNew();
        var (refused, ids) = judge();
        var took = (decimal)watch.Elapsed.TotalMilliseconds;
        var taken = memory.Taken();
        var inBounds = refused || (took <= MostMilliseconds && taken.Allocated <= MostBytes);
        return new Outcome(attempt, refused, ids, inBounds, took, taken, Failures(canary) - failures,
            [.. before.Changes(SpareThreads), .. Loaded()]);
    }

    private static int Failures(Canary canary) => canary.Wrong.Count + canary.Late;

    private static string JsonOf(Assessment assessment)
    {
        using var text = new StringWriter();
        ReportWriters.For(ReportFormat.Json).Write([assessment], Language.Zh, text);
        return text.ToString();
    }

    // What this host must not have loaded.
    private static IEnumerable<string> Loaded()
    {
        if (AppDomain.CurrentDomain.GetAssemblies()
            .Any(a => a.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
        {
            yield return "the compiler is loaded";
        }

        if (AssemblyLoadContext.All.Count(c => c.Name?.StartsWith("stranger@", StringComparison.Ordinal) == true) >= 50)
        {
            yield return "load contexts pile up";
        }
    }

    private (bool Refused, string[] Ids) Judge(string folder, IRuleCompiler worker)
    {
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [folder, .. _shipped], Compiler = worker, StoreDirectory = null });
        // A folder that cannot even be read offers no scheme; one that can is judged by its own id.
        var own = Schemes.Resolving.SchemeCatalog.Discover(folder);
        if (!own.Available.Any())
        {
            return (true, [.. own.Diagnostics.Select(d => d.Id).Distinct()]);
        }

        var (id, version) = own.Available.First();
        return Judge(host, $"{id}@{version}", _own);
    }

    private static (bool Refused, string[] Ids) Judge(string[] directories, string asked, CompileWorker worker)
    {
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = directories, Compiler = worker, StoreDirectory = null });
        return Judge(host, asked, FactsFile.FromCode(new PlaceFacts(new Place { Code = "x", Name = "x" }, [new YearFacts(2022, [])])));
    }

    private static (bool Refused, string[] Ids) Judge(SchemeHost host, string asked, FactsFile facts)
    {
        var result = host.Assess(facts, new AssessOptions { Scheme = asked });
        return (!result.Succeeded, [.. result.Diagnostics.Select(d => d.Id).Distinct()]);
    }

    private (bool Refused, string[] Ids) JudgeTable(string table)
    {
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [.. _shipped] });
        var told = new List<string>();
        var result = new BatchRun(host, new BatchRequest { Input = table }, new BatchOptions { Scheme = "jingle-county" })
            .Run(TextWriter.Null, d => told.Add(d.Id));
        return (!result.Succeeded, [.. told.Concat(result.Diagnostics.Select(d => d.Id)).Distinct()]);
    }
}
