using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Confinement.Tests;

/// <summary>Every attempt of the corpus is refused, at the layer and with the diagnostic that its file name tells.</summary>
public class AttemptTests
{
    private const long MostBytes = 64L * 1024 * 1024;

    public static TheoryData<string> All => [.. Corpus.Attacks.Select(a => a.Path)];

    [Theory]
    [MemberData(nameof(All))]
    public void Attempt_IsRefusedAtItsLayer(string path)
    {
        var attempt = Corpus.Attack(path);
        Assert.Equal((attempt.Layer, attempt.Id), Bench.StoppedBy(attempt.Code));
    }

    // Told to run on the caller's thread alone, what the compiler allocates there bounds what it ever holds.
    [Fact]
    public void Attempts_AllocateLittle()
    {
        var greedy = Corpus.Attacks.Select(a => (a.Path, Bytes: AllocatedBy(a.Code))).Where(a => a.Bytes > MostBytes);
        Assert.Empty(greedy);
    }

    [Fact]
    public void Attempts_LeaveNothingBehind()
    {
        _ = AllocatedBy("AtLeast(1)");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var attempt in Corpus.Attacks)
        {
            _ = Bench.Compile(attempt.Code);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostBytes);
    }

    [Fact]
    public void Corpus_HasTwoHundredAttemptsOrMore() => Assert.InRange(Corpus.Attacks.Count, 200, int.MaxValue);

    [Fact]
    public void Corpus_HoldsEachTextOnce() =>
        Assert.Empty(Corpus.Attacks.GroupBy(a => a.Code).Where(g => g.Count() > 1).Select(g => string.Join(" = ", g.Select(a => a.Path))));

    [Fact]
    public void Corpus_NamesDiagnosticsOfTheCatalog() =>
        Assert.All(Corpus.Attacks, a => Assert.NotNull(DiagnosticCatalog.ById(a.Id)));

    private static long AllocatedBy(string code)
    {
        var alone = Submission.Empty.WithOptions(Submission.Empty.Options.WithConcurrentBuild(false));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = new RuleCompiler(Layers.All, alone).Compile(Bench.Request(code));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
