using System.Diagnostics;
using System.Runtime.Loader;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Isolation;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Isolation;

/// <summary>A process that is not there, dies, is late or answers nonsense is a diagnostic; the host goes on.</summary>
[Collection(IsolatedCollection.Collection)]
[Trait("Category", "Slow")]
public sealed class IsolatedHostTests
{
    // Takes frames like ours for something else, and dies of the first.
    private static readonly string Stranger = Path.Combine("compiler", "IndicatorRules.Compiler.dll");
    private static readonly IsolationOptions OneMillisecond = new() { Deadline = TimeSpan.FromMilliseconds(1) };

    [Fact]
    public void Assess_RuleThatBurnsItsBudget_EndsWithTheSameVerdict()
    {
        // 2 to the 10th calls of some fifty steps each: not far below the 100,000 of a host.
        using var plugins = With(
            "Verdict F0() => Items.RedLine.NotReduced();\n"
            + string.Concat(Enumerable.Range(1, 10).Select(i => $"Verdict F{i}() => F{i - 1}() & F{i - 1}();\n")) + "return F10();");
        using var isolated = Isolated.Host(new IsolationOptions(), plugins.Path);
        using var within = Isolated.Host(null, plugins.Path);
        Assert.InRange(within.ValidateScheme(Edited.Scheme!).OrThrow().Steps.Max(), 40_000, 100_000);
        Assert.True(within.Assess(Jingle.Facts2022, Edited).Succeeded);
        Assert.Equal(Isolated.Report(within, Jingle.Facts2022, Edited), Isolated.Report(isolated, Jingle.Facts2022, Edited));
    }

    [Theory]
    [InlineData("Items.RedLine.AverageOver(2).AtLeast(10) & Items.RedLine.SumOver(2).AtMost(10)")]
    [InlineData("Items.RedLine.PercentOf(Items.RedLine).AtLeast(200)")]
    [InlineData("Items.RedLine.ChangePercent().AtLeast(-5) | Items.RedLine.ImprovingEachYear(2)")]
    [InlineData("Items.RedLine.AtLeast(Items.RedLine.ParentAverage) & Items.RedLine.MoreThan(Items.RedLine, times: 2)")]
    public void Assess_FiguresWorkedOutFromFigures_GiveTheSameBytes(string rule)
    {
        using var plugins = With($"return {rule};");
        using var isolated = Isolated.Host(new IsolationOptions(), plugins.Path);
        using var within = Isolated.Host(null, plugins.Path);
        foreach (var facts in new[] { Jingle.Facts2022, Jingle.WhatIf })
        {
            Assert.True(within.Assess(facts, Edited).Succeeded);
            Assert.Equal(Isolated.Report(within, facts, Edited), Isolated.Report(isolated, facts, Edited));
        }
    }

    [Fact]
    public void Assess_SchemeReplaced_IsJudgedByTheNewOne()
    {
        using var plugins = TempFolder.WithPlugins();
        using var isolated = Isolated.Host(new IsolationOptions(), plugins.Path);
        var before = Isolated.Report(isolated, Jingle.Facts2022, Edited);
        plugins.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(99)\"");
        _ = isolated.Refresh();
        using var within = Isolated.Host(null, plugins.Path);
        Assert.Equal(Isolated.Report(within, Jingle.Facts2022, Edited), Isolated.Report(isolated, Jingle.Facts2022, Edited));
        Assert.NotEqual(before, Isolated.Report(isolated, Jingle.Facts2022, Edited));
    }

    [Fact]
    public void Assess_Isolated_LoadsNoImageHere()
    {
        using var plugin = TempPlugin.Named("only-isolated");
        using var isolated = Isolated.Host(new IsolationOptions(), plugin.Path);
        var facts = TinyFacts.Read(TinyFacts.Text.Replace("jingle-county", "only-isolated", StringComparison.Ordinal)).OrThrow();
        Assert.True(isolated.Assess(facts).Succeeded);
        Assert.True(isolated.FindContradictions(facts).Succeeded);
        Assert.DoesNotContain(AssemblyLoadContext.All, c => c.Name?.StartsWith("only-isolated", StringComparison.Ordinal) == true);
        using var within = Isolated.Host(null, plugin.Path);
        Assert.True(within.Assess(facts).Succeeded);
        Assert.Contains(AssemblyLoadContext.All, c => c.Name?.StartsWith("only-isolated", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Assess_Late_IsADiagnosticAndAnotherHostWorks()
    {
        AssertFails(OneMillisecond);
        AssertWorks();
    }

    [Fact]
    public async Task Assess_LateWhileEveryThreadOfThePoolWaits_IsADiagnostic()
    {
        using var host = Isolated.Host(OneMillisecond);
        using var over = new ManualResetEventSlim();
        var waiting = Enumerable.Range(0, 200).Select(_ => Task.Run(over.Wait)).ToArray();
        try
        {
            Assert.Equal("IR4111", Isolated.Failure(host.Assess(Jingle.Facts2022)));
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
        AssertFails(Of("nowhere.dll"));
    }

    [Fact]
    public void Assess_ProcessThatDies_IsADiagnostic()
    {
        AssertFails(Of(Stranger));
        AssertWorks();
    }

    [Fact]
    public void Assess_FailuresInARow_SetTheSchemeAsideInThatHost()
    {
        using var host = Isolated.Host(Of(Stranger));
        var facts = Jingle.Facts2022;
        var failures = Enumerable.Range(0, 5).Select(_ => Isolated.Failure(host.Assess(facts)));
        Assert.Equal(["IR4111", "IR4111", "IR4111", "IR4112", "IR4112"], failures);
        AssertWorks();
    }

    [Fact]
    public void Assess_KilledWhileItJudges_IsAskedOnceMore()
    {
        using var within = Isolated.Host(null);
        var facts = Jingle.Facts2022;
        var expected = Isolated.Report(within, facts);
        var killed = false;
        // A process takes longer to start than another to be killed, all but on the busiest machine: then again.
        for (var i = 0; i < 10 && !killed; i++)
        {
            var (host, process) = Isolated.Seen();
            using var both = host;
            int? first = null;
            var killer = new Thread(() => first = KillFirst(process)) { Priority = ThreadPriority.AboveNormal };
            killer.Start();
            Assert.Equal(expected, Isolated.Report(host, facts));
            Assert.True(killer.Join(TimeSpan.FromSeconds(30)));
            killed = process.ProcessId != first;
        }

        Assert.True(killed);
    }

    [Fact]
    public void Assess_KilledWhileIdle_IsRightAtOnce()
    {
        var (host, process) = Isolated.Seen();
        using var both = host;
        var facts = Jingle.Facts2022;
        var expected = Isolated.Report(host, facts);
        KillFirst(process);
        Assert.Equal(expected, Isolated.Report(host, facts));
    }

    [Fact]
    public void Dispose_LeavesNoProcess()
    {
        int id;
        var (host, process) = Isolated.Seen();
        using (host)
        {
            _ = host.Assess(Jingle.Facts2022).OrThrow();
            id = process.ProcessId!.Value;
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public void Assess_Cancelled_Throws()
    {
        using var host = Isolated.Host(new IsolationOptions());
        _ = host.ValidateScheme("jingle-county").OrThrow();
        using var cancelled = new CancellationTokenSource();
        cancelled.CancelAfter(1);
        Assert.ThrowsAny<OperationCanceledException>(() => AssessOnAndOn(host, cancelled.Token));
    }

    private static object AssessOnAndOn(SchemeHost host, CancellationToken cancellationToken)
    {
        while (true)
        {
            _ = host.Assess(Jingle.Facts2022, null, cancellationToken);
        }
    }

    private static readonly AssessOptions Edited = new() { Scheme = "national-revised" };

    // The shipped schemes with one of the nation's rules put in place of its own.
    private static TempFolder With(string rule)
    {
        var plugins = TempFolder.WithPlugins();
        File.WriteAllText(Path.Combine(plugins.Path, "national-revised", "rules", "natural-space.csx"), rule);
        return plugins;
    }

    private static IsolationOptions Of(string assembly) => new() { Starts = () => new IsolatedHost(assembly, TimeSpan.FromSeconds(30)) };

    private static void AssertFails(IsolationOptions isolation)
    {
        using var host = Isolated.Host(isolation);
        var result = host.Assess(Jingle.Facts2022);
        Assert.Equal("IR4111", Isolated.Failure(result));
        Assert.All(result.Diagnostics, d => Assert.DoesNotContain("Exception", d.Format(Language.En), StringComparison.Ordinal));
    }

    private static void AssertWorks()
    {
        using var host = Isolated.Host(new IsolationOptions());
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    private static int KillFirst(IsolatedHost isolated)
    {
        int? id;
        while ((id = isolated.ProcessId) is null)
        {
            Thread.Yield();
        }

        using var process = Process.GetProcessById(id.Value);
        process.Kill();
        process.WaitForExit();
        return id.Value;
    }
}
