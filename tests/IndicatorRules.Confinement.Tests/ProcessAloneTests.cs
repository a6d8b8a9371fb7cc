using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Scripting;

namespace IndicatorRules.Confinement.Tests;

/// <summary>
/// With every gate and the image check off, the process of the worker is enough to keep the host alive. Nothing is loaded.
/// </summary>
public class ProcessAloneTests
{
    private const long MostBytes = 64L * 1024 * 1024;

    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    // A machine may be busy with other things; how long an honest request takes is not asked here.
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(3);

    [Fact]
    [Trait("Category", "Slow")]
    public void Corpus_NoLayerButTheProcess_HostLives() => AssertHostOutlives(
        Corpus.Attacks.Where(a => a.Category is "compiler-bombs" or "stack" or "memory").Select(a => (a.Path, a.Code)), leastDeaths: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void FullStrength_NoLayerButTheProcess_EachEndsTheWorkerAlone() =>
        AssertHostOutlives(FullStrength.Bombs.Select(b => (b.Key, b.Value)), leastDeaths: FullStrength.Bombs.Count);

    [Fact]
    public void FullStrength_ByDefault_IsRefused() =>
        Assert.All(FullStrength.Bombs, b => Assert.NotNull(Bench.StoppedBy(b.Value)));

    [Fact]
    [Trait("Category", "Slow")]
    public void Check_SchemeThatEndsTheWorker_IsADiagnostic()
    {
        using var canary = new Canary();
        using var worker = Loose();
        using var plugin = new RulePlugin(Corpus.Attack("compiler-bombs/doubled-tuples.L2.IR4104.csx").Code);
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [plugin.Folder], Compiler = worker });

        // The host's own first layer has nothing against this one.
        Assert.Equal("IR4011", Assert.Single(host.ValidateScheme(RulePlugin.Id).Diagnostics).Id);
        AssertCompiles(worker);
        Assert.Empty(canary.Wrong);
    }

    [Fact]
    public void Layers_OfAHostsOptionsOrEnvironment_AreAllOn()
    {
        Assert.Equal(["folder", "deadline", "signals"], typeof(CompileWorker).GetConstructors()
            .SelectMany(c => c.GetParameters()).Select(p => p.Name));
        string[] variables = ["layers", "LAYERS", "IndicatorRules__Layers", "INDICATOR_RULES_LAYERS", "DOTNET_LAYERS"];
        try
        {
            Array.ForEach(variables, v => Environment.SetEnvironmentVariable(v, "none"));
            using var worker = new CompileWorker();
            Assert.Equal("IR4102", worker.Compile(Bench.Request(FullStrength.Bombs["sum"])).Faults[0].Id);
            AssertStartedBare(worker.ProcessId!.Value);
        }
        finally
        {
            Array.ForEach(variables, v => Environment.SetEnvironmentVariable(v, null));
        }
    }

    private static void AssertHostOutlives(IEnumerable<(string Name, string Code)> bombs, int leastDeaths)
    {
        using var canary = new Canary();
        var processes = new HashSet<int>();
        var deaths = 0;
        using (var worker = Loose())
        {
            processes.Add(AssertCompiles(worker));
            var before = GC.GetTotalMemory(forceFullCollection: true);
            foreach (var (_, code) in bombs)
            {
                try
                {
                    _ = worker.Compile(Bench.Request(code), Short, CancellationToken.None);
                }
                catch (CompileWorkerException)
                {
                    deaths++;
                }

                processes.Add(AssertCompiles(worker));
            }

            Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostBytes);
        }

        Assert.InRange(deaths, leastDeaths, int.MaxValue);
        Assert.Equal(deaths + 1, processes.Count);
        Assert.DoesNotContain(processes, IsRunning);
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }

    private static CompileWorker Loose() => new(null, TimeSpan.FromSeconds(5), ["--layers", "none"]);

    // The next honest request works; with the process that answered it.
    private static int AssertCompiles(CompileWorker worker)
    {
        Assert.Empty(worker.Compile(Bench.Request("AtLeast(1)"), Patient, CancellationToken.None).Faults);
        return worker.ProcessId!.Value;
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // Where the system tells what a process was started with: no argument, and nothing of the environment but the runtime's own.
    private static void AssertStartedBare(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            Assert.EndsWith("IndicatorRules.Compiler.dll\0", File.ReadAllText($"/proc/{id}/cmdline"), StringComparison.Ordinal);
            Assert.All(
                File.ReadAllText($"/proc/{id}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries),
                v => Assert.StartsWith("DOTNET_", v, StringComparison.Ordinal));
            Assert.DoesNotContain("LAYERS", File.ReadAllText($"/proc/{id}/environ"), StringComparison.Ordinal);
        }
    }
}
