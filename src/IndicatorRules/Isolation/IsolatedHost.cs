using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using IndicatorRules.Contract;
using IndicatorRules.Extending;
using IndicatorRules.Judging;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Isolation;

/// <summary>The client of a child process, which has a capped heap, no environment, and a deadline per question.</summary>
/// <remarks>
/// Safe on any thread; questions wait for each other. The process gets everything through its pipe: facts, and the schemes in force with
/// their images, which it verifies again. It reads no plugin and has no store and no compiler.
/// </remarks>
internal sealed class IsolatedHost : IIsolated
{
    // A process that was sent more is ended, so that it does not grow with every change of schemes.
    private const int MostSchemes = 64;

    private readonly ConditionalWeakTable<CompiledScheme, SchemeTransfer> _transfers = [];
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    // A semaphore, since waiting for a lock cannot be cancelled.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly WorkerProcess _process;
    private readonly TimeSpan _deadline;
    private int _start;

    internal IsolatedHost(TimeSpan deadline)
        : this(typeof(IsolatedHost).Assembly.GetName().Name + ".dll", deadline)
    {
    }

    internal IsolatedHost(string assembly, TimeSpan deadline)
    {
        _process = new WorkerProcess(ChildProgram.Command(new("评判进程", "the judging process"), assembly));
        _deadline = deadline;
    }

    /// <summary>The id of the running process; null when none runs.</summary>
    internal int? ProcessId => _process.ProcessId;

    public void Dispose() => _process.Dispose();

    public Judgement Judge(JudgingJob job, CancellationToken cancellationToken) =>
        Ask(job.Compiled, SentJob.Of(job), frame => ReadJudgement(frame, job), cancellationToken);

    public ImmutableArray<Diagnostic> PrintedTargets(CompiledScheme compiled, CancellationToken cancellationToken)
    {
        var warnings = Ask(compiled, null, Read, cancellationToken).Warnings;
        return [.. warnings.Select(w => w.ToDiagnostic())];
    }

    /// <summary>The answer to a job.</summary>
    /// <exception cref="InvalidDataException">The answer does not fit the job.</exception>
    /// <exception cref="JsonException">The frame is not an answer.</exception>
    internal static Judgement ReadJudgement(byte[] frame, JudgingJob job) => Read(frame).Judgement is { } judgement && Fits(judgement, job)
        ? judgement
        : throw new InvalidDataException("The answer is not one to this job.");

    private T Ask<T>(CompiledScheme compiled, SentJob? job, Func<byte[], T> read, CancellationToken cancellationToken)
        where T : class
    {
        var transfer = _transfers.GetValue(compiled, SchemeTransfer.Of);
        // Until the answer is there, the extensions stay loaded and their copies on disk.
        var leases = compiled.Lineage().Select(c => compiled.Functions.Bind(c.Scheme, new DiagnosticBag())).ToList();
        try
        {
            var extensions = leases.SelectMany(l => l.Held).DistinctBy(e => e.Copy).ToImmutableArray();
            var key = string.Join('|', extensions.Select(e => e.Copy).Prepend(transfer.Key));
            _turn.Wait(cancellationToken);
            try
            {
                if (_sent.Count >= MostSchemes && !_sent.Contains(key))
                {
                    _process.EndIfIdle();
                }

                var question = new IsolationQuestion(key, IsSent(key) ? null : transfer.With(extensions), job);
                var answer = _process.Ask(
                    to => Frame.Write(to, JsonSerializer.SerializeToUtf8Bytes(question, IsolationJson.Strict.IsolationQuestion)),
                    from => Frame.Read(from) is { } frame ? read(frame) : null,
                    _deadline,
                    cancellationToken);
                _sent.Add(key);
                return answer;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            leases.ForEach(l => l.Dispose());
        }
    }

    // A new process was sent nothing yet.
    private bool IsSent(string key)
    {
        if (_start != _process.Starts)
        {
            _sent.Clear();
            _start = _process.Starts;
        }

        return _sent.Contains(key);
    }

    private static IsolationAnswer Read(byte[] frame) =>
        JsonSerializer.Deserialize(frame, IsolationJson.Strict.IsolationAnswer) is { } answer && IsWhole(answer.Warnings)
            ? answer
            : throw new InvalidDataException("The answer is empty.");

    // A compromised process may send anything: verify that there are as many verdicts as rules, and no nulls.
    private static bool Fits(Judgement judgement, JudgingJob job)
    {
        var scheme = job.Compiled.Scheme;
        return IsWhole(judgement.Rows) && judgement.Rows.Length == scheme.Indicators.Length
            && judgement.Rows.Zip(scheme.Indicators).All(r => Fits(r.First, r.Second, job.WithReasons))
            && (judgement.Conclusion is null || (scheme.Conclusion is not null && judgement.Conclusion.Told is { } told && Fits(told)
                && Fits(judgement.Conclusion.Points, scheme)))
            && IsWhole(judgement.Checks) && judgement.Checks.Length == (job.WithChecks ? scheme.Checks.Length : 0)
            && judgement.Checks.All(c => IsWhole(c.Found) && c.Found.All(f => IsWhole(f.Sides)));
    }

    private static bool Fits(ImmutableArray<RowPoints> points, Scheme scheme) => IsWhole(points)
        && points.Select(p => p.IndicatorId)
            .SequenceEqual(scheme.Indicators.Select(i => i.Id).Where(scheme.Conclusion!.Points.ContainsKey))
        && points.All(p => p.Least <= p.Most && p.Least >= 0 && p.Most <= scheme.Conclusion!.PointsOf(p.IndicatorId)
            && p.Possible >= 0 && p.Possible <= scheme.Conclusion.PointsOf(p.IndicatorId));

    private static bool Fits(RowVerdicts row, Indicator indicator, bool withReasons) =>
        !row.Stages.IsDefault && row.Stages.Length == indicator.Stages.Length
        && IsWhole(row.Targets) && IsWhole(row.Said) && row.Said.Length == (withReasons ? indicator.Stages.Length + 1 : 0)
        && row.Said.All(s => Fits(s.Zh) && Fits(s.En) && IsWhole(s.Uppers));

    private static bool Fits(Sentences s) =>
        IsWhole(s.Reasons) && IsWhole(s.Margins) && IsWhole(s.MarginTexts) && IsWhole(s.Requirements) && IsWhole(s.Flips)
        && IsWhole(s.Clauses) && IsWhole(s.Deciding);

    private static bool Fits(Told told) => IsWhole(told.DecidedBy) && IsWhole(told.Zh) && IsWhole(told.En);

    private static bool IsWhole<T>(ImmutableArray<T> items)
        where T : class => !items.IsDefault && items.All(i => i is not null);
}
