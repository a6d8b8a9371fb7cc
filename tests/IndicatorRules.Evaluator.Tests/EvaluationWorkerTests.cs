using System.Diagnostics;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Evaluator.Tests.Support;

namespace IndicatorRules.Evaluator.Tests;

/// <summary>A process that is not there, dies, is late or answers nonsense is a diagnostic; the host goes on.</summary>
public sealed class EvaluationWorkerTests
{
    // Takes frames like ours for something else, and dies of the first.
    private static readonly string Stranger = Path.Combine(AppContext.BaseDirectory, "compiler", "IndicatorRules.Compiler.dll");

    [Fact]
    public void Assess_RuleThatBurnsItsBudget_EndsWithTheSameVerdict()
    {
        // 2 to the 10th calls of some fifty steps each: not far below the 100,000 of a host.
        using var scheme = new TempScheme(
            "Verdict F0() => Items.RedLine.NotReduced();\n"
            + string.Concat(Enumerable.Range(1, 10).Select(i => $"Verdict F{i}() => F{i - 1}() & F{i - 1}();\n")) + "return F10();");
        using var worker = new EvaluationWorker();
        using var apart = Judged.Host(worker, scheme.Folder);
        using var within = Judged.Host(null, scheme.Folder);
        Assert.InRange(within.ValidateScheme(TempScheme.Id).OrThrow().Steps.Max(), 40_000, 100_000);
        var options = new AssessOptions { Scheme = TempScheme.Id };
        Assert.True(within.Assess(Judged.Sample("jingle-2022"), options).Succeeded);
        Assert.Equal(Judged.Bytes(within, Judged.Sample("jingle-2022"), options), Judged.Bytes(apart, Judged.Sample("jingle-2022"), options));
    }

    [Theory]
    [InlineData("Items.RedLine.AverageOver(2).AtLeast(10) & Items.RedLine.SumOver(2).AtMost(10)")]
    [InlineData("Items.RedLine.PercentOf(Items.RedLine).AtLeast(200)")]
    [InlineData("Items.RedLine.ChangePercent().AtLeast(-5) | Items.RedLine.ImprovingEachYear(2)")]
    [InlineData("Items.RedLine.AtLeast(Items.RedLine.ParentAverage) & Items.RedLine.MoreThan(Items.RedLine, times: 2)")]
    public void Assess_FiguresWorkedOutFromFigures_GiveTheSameBytes(string rule)
    {
        using var scheme = new TempScheme($"return {rule};");
        using var worker = new EvaluationWorker();
        using var apart = Judged.Host(worker, scheme.Folder);
        using var within = Judged.Host(null, scheme.Folder);
        foreach (var sample in (string[])["jingle-2022", "jingle-2025-whatif"])
        {
            var options = new AssessOptions { Scheme = TempScheme.Id };
            Assert.True(within.Assess(Judged.Sample(sample), options).Succeeded);
            var expected = Judged.Bytes(within, Judged.Sample(sample), options);
            Assert.Equal(expected, Judged.Bytes(apart, Judged.Sample(sample), options));
        }
    }

    [Fact]
    public void Assess_Late_IsADiagnosticAndAnotherHostWorks()
    {
        using var late = new EvaluationWorker(TimeSpan.FromMilliseconds(1));
        AssertFails(late);
        AssertWorks();
    }

    [Fact]
    public async Task Assess_LateWhileEveryThreadOfThePoolWaits_IsADiagnostic()
    {
        using var late = new EvaluationWorker(TimeSpan.FromMilliseconds(1));
        using var host = Judged.Host(late);
        using var over = new ManualResetEventSlim();
        var waiting = Enumerable.Range(0, 200).Select(_ => Task.Run(over.Wait)).ToArray();
        try
        {
            Assert.Equal("IR4111", Judged.Failure(host.Assess(Judged.Sample("jingle-2022"))));
        }
        finally
        {
            over.Set();
            await Task.WhenAll(waiting);
        }
    }

    [Fact]
    public void Assess_ProcessNotThere_IsADiagnostic()
    {
        using var nowhere = new EvaluationWorker(Path.Combine(AppContext.BaseDirectory, "nowhere.dll"), null);
        AssertFails(nowhere);
    }

    [Fact]
    public void Assess_ProcessThatDies_IsADiagnostic()
    {
        using var stranger = new EvaluationWorker(Stranger, null);
        AssertFails(stranger);
        AssertWorks();
    }

    [Fact]
    public void Assess_FailuresInARow_SetTheSchemeAsideInThatHost()
    {
        using var stranger = new EvaluationWorker(Stranger, null);
        using var host = Judged.Host(stranger);
        var facts = Judged.Sample("jingle-2022");
        Assert.Equal(["IR4111", "IR4111", "IR4111", "IR4112", "IR4112"], Enumerable.Range(0, 5).Select(_ => Judged.Failure(host.Assess(facts))));
        AssertWorks();
    }

    [Fact]
    public void Assess_KilledWhileItJudges_IsAskedOnceMore()
    {
        using var within = Judged.Host(null);
        var facts = Judged.Sample("jingle-2022");
        var expected = Judged.Bytes(within, facts);
        var killed = false;
        // A process takes longer to start than another to be killed, all but on the busiest machine: then again.
        for (var i = 0; i < 10 && !killed; i++)
        {
            using var worker = new EvaluationWorker();
            using var host = Judged.Host(worker);
            _ = host.ValidateScheme("jingle-county").OrThrow();
            int? first = null;
            var killer = new Thread(() => first = KillFirst(worker)) { Priority = ThreadPriority.AboveNormal };
            killer.Start();
            Assert.Equal(expected, Judged.Bytes(host, facts));
            Assert.True(killer.Join(TimeSpan.FromSeconds(30)));
            killed = worker.ProcessId != first;
        }

        Assert.True(killed);
    }

    [Fact]
    public void Assess_KilledWhileIdle_IsRightAtOnce()
    {
        using var worker = new EvaluationWorker();
        using var host = Judged.Host(worker);
        var facts = Judged.Sample("jingle-2022");
        var expected = Judged.Bytes(host, facts);
        KillFirst(worker);
        Assert.Equal(expected, Judged.Bytes(host, facts));
    }

    [Fact]
    public void Dispose_LeavesNoProcess()
    {
        int id;
        using (var worker = new EvaluationWorker())
        using (var host = Judged.Host(worker))
        {
            _ = host.Assess(Judged.Sample("jingle-2022")).OrThrow();
            id = worker.ProcessId!.Value;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public void Assess_Cancelled_Throws()
    {
        using var worker = new EvaluationWorker();
        using var host = Judged.Host(worker);
        _ = host.ValidateScheme("jingle-county").OrThrow();
        using var cancelled = new CancellationTokenSource();
        cancelled.CancelAfter(1);
        Assert.ThrowsAny<OperationCanceledException>(() => AssessOnAndOn(host, cancelled.Token));
    }

    private static object AssessOnAndOn(SchemeHost host, CancellationToken cancellationToken)
    {
        while (true)
        {
            _ = host.Assess(Judged.Sample("jingle-2022"), null, cancellationToken);
        }
    }

    private static void AssertFails(EvaluationWorker worker)
    {
        using var host = Judged.Host(worker);
        var result = host.Assess(Judged.Sample("jingle-2022"));
        Assert.Equal("IR4111", Judged.Failure(result));
        Assert.All(result.Diagnostics, d => Assert.DoesNotContain("Exception", d.Format(Language.En), StringComparison.Ordinal));
    }

    private static void AssertWorks()
    {
        using var worker = new EvaluationWorker();
        using var host = Judged.Host(worker);
        Assert.True(host.Assess(Judged.Sample("jingle-2022")).Succeeded);
    }

    private static int KillFirst(EvaluationWorker worker)
    {
        int? id;
        while ((id = worker.ProcessId) is null)
        {
            Thread.Yield();
        }

        using var process = Process.GetProcessById(id.Value);
        process.Kill();
        process.WaitForExit();
        return id.Value;
    }
}
