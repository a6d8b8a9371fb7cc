using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Isolation;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;
using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Isolation;

/// <summary>An isolated process that died is replaced once, one that was late is not, and no answer is a diagnostic.</summary>
public sealed class ScriptRunnerTests
{
    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    [Theory]
    [InlineData(nameof(WorkerFault.Killed))]
    [InlineData(nameof(WorkerFault.Died))]
    public void Assess_ProcessEndedOnce_IsJudgedByTheNext(string fault)
    {
        var process = new FailingProcess(Enum.Parse<WorkerFault>(fault), times: 1);
        using var host = Over(process);

        Assert.Equal(8m, host.Assess(Facts).OrThrow().Row(3).Margin);
        Assert.Equal(2, process.Asked);
    }

    [Theory]
    [InlineData(nameof(WorkerFault.Killed), 2)]
    [InlineData(nameof(WorkerFault.Died), 2)]
    [InlineData(nameof(WorkerFault.Late), 1)]
    public void Assess_ProcessEndsAgainOrIsLate_IsADiagnosticAndNoVerdict(string fault, int asked)
    {
        var process = new FailingProcess(Enum.Parse<WorkerFault>(fault), times: int.MaxValue);
        using var host = Over(process);

        var assessed = host.Assess(Facts);

        Assert.Equal(asked, process.Asked);
        var diagnostic = Assert.Single(assessed.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(DiagnosticCatalog.IsolationFailed.Id, diagnostic.Id);
        Assert.Contains("gone", diagnostic.Message(Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain(assessed.Value?.Indicators ?? [], i => i.Status is Status.Met or Status.NotMet);
    }

    private static SchemeHost Over(FailingProcess process) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = [Repo.Plugins],
        Compiler = RememberingCompiler.Instance,
        StoreDirectory = null,
        Isolation = new IsolationOptions { Starts = () => process },
    });

    /// <summary>Fails so many times, and then runs the scripts that another host of this process loaded.</summary>
    private sealed class FailingProcess(WorkerFault fault, int times) : IIsolated
    {
        internal int Asked { get; private set; }

        public Judgement Judge(JudgingJob job, CancellationToken cancellationToken) => ++Asked <= times
            ? throw new WorkerGoneException(fault, "gone")
            : SchemeScripts.Judge(job with { Compiled = Loaded(job.Compiled) }, cancellationToken);

        public ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken) =>
            IndicatorRules.Checking.PrintedTargets.Validate(Loaded(compiled), cancellationToken);

        public void Dispose()
        {
        }

        // A host that isolates scripts loads no image itself.
        private static CompiledScheme Loaded(CompiledScheme compiled) => SchemeTransfer.Load(SchemeTransfer.Of(compiled).With([]));
    }
}
