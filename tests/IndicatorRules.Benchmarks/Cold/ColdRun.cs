using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace IndicatorRules.Benchmarks.Cold;

/// <summary>Whole processes, from start to end: the tool warm and cold beside a hello and an empty script, in turns.</summary>
internal sealed class ColdRun(int rounds)
{
    /// <summary>
    /// The most methods that the runtime may compile at a warm start; all others are compiled when the tool is published.
    /// </summary>
    private const int MostJitted = 160;

    private static readonly string[] Assess = ["assess", Repo.Sample("jingle-2022"), "--plugins", Repo.Plugins];

    private readonly string _folder = Directory.CreateTempSubdirectory("indicator-rules-cold-").FullName;

    internal int Run() => WithFolder(() =>
    {
        var native = HasLinker();
        var tool = PublishTool($"-p:NativeWorker={native}");
        var hello = Publish("tests/IndicatorRules.Benchmarks/Cold/Hello", "hello.dll", forThisRuntime: false);
        var script = Publish("tests/IndicatorRules.Benchmarks/Cold/EmptyScript", "empty-script.dll", forThisRuntime: true);
        Console.Error.WriteLine(native ? "The compile worker is native code." : "No linker: the compile worker is ReadyToRun code.");
        string[] assess = [tool, .. Assess];
        Measure([new("hello", [hello]), new("empty script", [script]), new("warm", assess), new("cold", [.. assess, "--no-cache"])],
            native);
        return 0;
    });

    /// <summary>Lists what the runtime compiles at a warm start; 1 where that is too much.</summary>
    internal int CountJitted() => WithFolder(() =>
    {
        string tool;
        try
        {
            tool = PublishTool();
        }
        catch (InvalidOperationException e) when (e.Message.Contains("crossgen", StringComparison.OrdinalIgnoreCase))
        {
            // ReadyToRun code takes a package that not every machine can restore.
            Console.Out.WriteLine($"skipped: {e.Message}");
            return 0;
        }

        var jitted = Jitted(new("warm", [tool, .. Assess]));
        Console.Error.WriteLine(string.Join('\n', jitted));
        Console.Out.WriteLine(JsonSerializer.Serialize(new { jittedMethods = jitted.Length, most = MostJitted }));
        return jitted.Length <= MostJitted ? 0 : 1;
    });

    private int WithFolder(Func<int> run)
    {
        try
        {
            return run();
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Measure(ColdPeer[] peers, bool nativeWorker)
    {
        // Once each for nothing: files come from the disk, and what the tool keeps is kept.
        foreach (var peer in peers)
        {
            Once(peer);
        }

        var all = peers.Select(_ => new List<decimal>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < peers.Length; i++)
            {
                all[i].Add(Once(peers[i]));
            }
        }

        for (var i = 0; i < peers.Length; i++)
        {
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{peers[i].Name,-14} median {Median(all[i]),8:0.0} ms   least {all[i].Min(),8:0.0} ms"));
        }

        Console.Out.WriteLine(JsonSerializer.Serialize(new
        {
            vsEmptyScript = Ratio(all[3], all[1]),
            warmVsHello = Ratio(all[2], all[0]),
            helloMilliseconds = Median(all[0]),
            emptyScriptMilliseconds = Median(all[1]),
            warmMilliseconds = Median(all[2]),
            coldMilliseconds = Median(all[3]),
            jittedMethods = Jitted(peers[2]).Length,
            rounds,
            nativeWorker,
        }));
    }

    // Of each round by itself: its processes ran side by side in time, on a machine that may be busier in the next.
    private static decimal Ratio(List<decimal> one, List<decimal> other) => decimal.Round(Median([.. one.Zip(other, (a, b) => a / b)]), 2);

    private static decimal Median(List<decimal> times) => decimal.Round(times.Order().ElementAt(times.Count / 2), 2);

    // A line for each method that the runtime compiles in a warm process.
    private string[] Jitted(ColdPeer warm)
    {
        var list = Path.Combine(_folder, "jitted.txt");
        Once(warm);
        Once(warm, ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"));
        return File.ReadAllLines(list);
    }

    private decimal Once(ColdPeer peer, params (string Name, string Value)[] settings)
    {
        var start = Start("dotnet", peer.Arguments);
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["XDG_CACHE_HOME"] = Path.Combine(_folder, "cache");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var written = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var took = (decimal)watch.Elapsed.TotalMilliseconds;
        return process.ExitCode == 0 && written.Length > 0
            ? took
            : throw new InvalidOperationException($"{peer.Name} ended with {process.ExitCode} and {written.Length} characters.");
    }

    // What native code is linked with; a machine with the SDK alone has none.
    private static bool HasLinker() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));

    private string PublishTool(params string[] properties) =>
        Publish("src/IndicatorRules.Cli", "indicator-rules.dll", forThisRuntime: true, properties);

    private string Publish(string project, string assembly, bool forThisRuntime, params string[] properties)
    {
        var to = Path.Combine(_folder, Path.GetFileNameWithoutExtension(assembly));
        string[] runtime = forThisRuntime ? ["--runtime", RuntimeInformation.RuntimeIdentifier] : [];
        string[] publish = ["publish", Repo.In(project), "--configuration", "Release", .. runtime, .. properties];
        using var process = Process.Start(Start("dotnet", [.. publish, "--output", to, "-nologo", "-v", "q"]))!;
        var written = process.StandardOutput.ReadToEnd();
        Console.Error.Write(written);
        process.WaitForExit();
        return process.ExitCode == 0
            ? Path.Combine(to, assembly)
            : throw new InvalidOperationException($"{project} could not be published: {written}");
    }

    private static ProcessStartInfo Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Repo.Root };
        // A build server of the one publish must not hold up the end of another.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }
}
