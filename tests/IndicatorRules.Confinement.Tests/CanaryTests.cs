using System.Runtime.Loader;
using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Scripting;

namespace IndicatorRules.Confinement.Tests;

/// <summary>While everything is tried, a host beside it judges as before and the process stays as it was.</summary>
public class CanaryTests
{
    private const int SpareThreads = 16;

    [Fact]
    public void Attempts_InThisProcess_DisturbNobody()
    {
        using var canary = new Canary();
        // The compiler keeps one load context for its submission; what each attempt adds is looked at.
        Assert.Null(Bench.StoppedBy("AtLeast(1)"));
        CollectContexts();
        var (before, contexts) = (new ProcessState(), AssemblyLoadContext.All.Count());
        foreach (var attempt in Corpus.Attacks)
        {
            Assert.NotNull(Bench.StoppedBy(attempt.Code));
        }

        Assert.Empty(before.Changes(SpareThreads));
        Assert.Equal(contexts, AssemblyLoadContext.All.Count());
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }

    [Fact]
    public void Attempts_ThroughTheWorker_DisturbNobody()
    {
        using var canary = new Canary();
        using var worker = new CompileWorker();
        CollectContexts();
        var (before, contexts) = (new ProcessState(), AssemblyLoadContext.All.Count());
        var admitted = Corpus.Attacks.Where(
            a => worker.Compile(Bench.Request(a.Code)) is { Faults.IsEmpty: true } r && !Bench.IsTooCostly(r));
        Assert.Empty(admitted.Select(a => a.Path));
        Assert.Empty(before.Changes(SpareThreads));
        Assert.Equal(contexts, AssemblyLoadContext.All.Count());
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }

    // Contexts of earlier tests unload when they are collected; those that do so later would hide what an attempt adds.
    private static void CollectContexts()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
