using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Scripting;

namespace IndicatorRules.Confinement.Tests;

/// <summary>While everything is tried, a host beside it judges as before and the process stays as it was.</summary>
public class CanaryTests
{
    [Fact]
    public void Attempts_InThisProcess_DisturbNobody()
    {
        using var canary = new Canary();
        // The compiler keeps one load context for its submission; what each attempt adds is looked at.
        Assert.Null(Bench.StoppedBy("AtLeast(1)"));
        var before = Surroundings.Now();
        foreach (var attempt in Corpus.Attacks)
        {
            Assert.NotNull(Bench.StoppedBy(attempt.Code));
        }

        before.AssertUnchanged();
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }

    [Fact]
    public void Attempts_ThroughTheWorker_DisturbNobody()
    {
        using var canary = new Canary();
        using var worker = new CompileWorker();
        var before = Surroundings.Now();
        var admitted = Corpus.Attacks.Where(a => worker.Compile(Bench.Request(a.Code)) is { Faults.IsEmpty: true } r && !Bench.IsTooCostly(r));
        Assert.Empty(admitted.Select(a => a.Path));
        before.AssertUnchanged();
        Assert.Empty(canary.Wrong);
        Assert.NotEqual(0, canary.Songs);
    }
}
