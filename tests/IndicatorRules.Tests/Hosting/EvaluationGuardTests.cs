using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Evaluating;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;
using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Hosting;

/// <summary>A judging process that ended is followed by another once; one that was late is not, and what is not judged is a diagnostic.</summary>
public sealed class EvaluationGuardTests
{
    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    [Theory]
    [InlineData(nameof(WorkerFault.Killed))]
    [InlineData(nameof(WorkerFault.Died))]
    public void Assess_ProcessEndedOnce_IsJudgedByTheNext(string fault)
    {
        var evaluator = new FailingEvaluator(Enum.Parse<WorkerFault>(fault), times: 1);
        using var host = Over(evaluator);

        Assert.Equal(8m, host.Assess(Facts).OrThrow().Row(3).Margin);
        Assert.Equal(2, evaluator.Asked);
    }

    [Theory]
    [InlineData(nameof(WorkerFault.Killed), 2)]
    [InlineData(nameof(WorkerFault.Died), 2)]
    [InlineData(nameof(WorkerFault.Late), 1)]
    public void Assess_ProcessEndsAgainOrIsLate_IsADiagnosticAndNoVerdict(string fault, int asked)
    {
        var evaluator = new FailingEvaluator(Enum.Parse<WorkerFault>(fault), times: int.MaxValue);
        using var host = Over(evaluator);

        var assessed = host.Assess(Facts);

        Assert.Equal(asked, evaluator.Asked);
        var diagnostic = Assert.Single(assessed.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(DiagnosticCatalog.EvaluationFailed.Id, diagnostic.Id);
        Assert.Contains("gone", diagnostic.Message(Language.En), StringComparison.Ordinal);
        Assert.DoesNotContain(assessed.Value?.Indicators ?? [], i => i.Status is Status.Met or Status.NotMet);
    }

    private static SchemeHost Over(RuleEvaluator evaluator) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = [Repo.Plugins],
        Compiler = RememberingCompiler.Instance,
        StoreDirectory = null,
        Evaluator = evaluator,
    });

    /// <summary>Fails so many times, and judges in this process then.</summary>
    private sealed class FailingEvaluator(WorkerFault fault, int times) : RuleEvaluator
    {
        internal int Asked { get; private set; }

        internal override ImmutableArray<RowVerdicts> Evaluate(EvaluationJob job, CancellationToken cancellationToken) =>
            ++Asked <= times ? throw new EvaluationException("gone", fault) : RowJudge.Judge(job, cancellationToken);
    }
}
