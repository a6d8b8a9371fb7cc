using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using IndicatorRules.Evaluating;
using IndicatorRules.Evaluator.Judging;
using IndicatorRules.Evaluator.Wire;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Evaluator;

/// <summary>
/// Runs rules in a child process without environment, with a capped heap and a deadline: started on demand, kept warm,
/// killed when it is late. Its end is a diagnostic (IR4111), never the host's.
/// </summary>
/// <remarks>
/// Safe on any thread; assessments wait for one another, so a host that judges on many threads has one each. A host does not
/// dispose it. The images are checked again in the process, and its answers in the host.
/// </remarks>
public sealed class EvaluationWorker : RuleEvaluator, IDisposable
{
    private const string Name = "IndicatorRules.Evaluator.dll";

    // Beyond these the process is ended rather than taught more: a host whose schemes change all day must not make it grow.
    private const int MostLineages = 64;

    private readonly ConditionalWeakTable<CompiledScheme, Lineage> _lineages = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    // Waiting for it can be cancelled, as a lock cannot.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly WorkerProcess _process;
    private readonly TimeSpan _deadline;
    private int _start;

    /// <summary>A client for a process; nothing is started yet.</summary>
    /// <param name="deadline">The longest one assessment may take, the process's start included; 30 seconds by default.</param>
    public EvaluationWorker(TimeSpan? deadline = null)
        : this(Path.Combine(AppContext.BaseDirectory, Name), deadline)
    {
    }

    internal EvaluationWorker(string assembly, TimeSpan? deadline)
    {
        // Run with the compile worker's settings, which every application has beside it, and with the application's own libraries.
        var compiler = CompileWorker.DefaultAssembly;
        var settings = Path.ChangeExtension(compiler, ".runtimeconfig.json");
        _process = new WorkerProcess(new WorkerCommand(new("评判进程", "the judging process"), assembly, ["exec", "--runtimeconfig", settings], [])
        {
            Hook = compiler,
        });
        _deadline = deadline ?? TimeSpan.FromSeconds(30);
    }

    /// <summary>The process that runs now; null when none does.</summary>
    internal int? ProcessId => _process.ProcessId;

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    internal override ImmutableArray<RowVerdicts> Evaluate(EvaluationJob job, CancellationToken cancellationToken)
    {
        var lineage = _lineages.GetValue(job.Compiled, Lineage.Of);
        _turn.Wait(cancellationToken);
        try
        {
            if (_told.Count >= MostLineages && !_told.Contains(lineage.Key))
            {
                _process.EndIfIdle();
            }

            var rows = _process.Ask(to => Frame.Write(to, JobWire.Write(job, lineage, IsTold(lineage))), from => Read(from, job, lineage), _deadline, cancellationToken);
            _told.Add(lineage.Key);
            return [.. rows];
        }
        catch (WorkerGoneException e)
        {
            throw new EvaluationException(ErrorOutput.With(e.What, e.LastWords), e.Fault);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A process that was started anew knows nothing.
    private bool IsTold(Lineage lineage)
    {
        if (_start != _process.Starts)
        {
            _told.Clear();
            _start = _process.Starts;
        }

        return _told.Contains(lineage.Key);
    }

    private static RowVerdicts[]? Read(Stream from, EvaluationJob job, Lineage lineage) =>
        Frame.Read(from) is { } answer ? [.. AnswerWire.Read(answer, job.Compiled.Scheme, lineage.Figures, job.WithReasons)] : null;
}
