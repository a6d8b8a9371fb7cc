using System.ComponentModel;
using System.Diagnostics;
using System.Security;
using System.Text.Json;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>A child process that answers one question at a time: started on demand, kept running, killed at its deadline.</summary>
/// <remarks>
/// Safe on any thread; questions wait for each other. Dispose ends the process, even during a question. When a client is dropped without
/// Dispose, the collector closes its pipe, and the process ends.
/// </remarks>
internal sealed class WorkerProcess(WorkerCommand command) : IDisposable
{
    // Hexadecimal bytes: 768 MB, about twenty times what an honest scheme needs.
    private const string HeapLimit = "30000000";

    // 32 MB: a scheme is compiled before the first collection.
    private const string YoungestGeneration = "2000000";

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    // Held by the caller that asks. A semaphore, since waiting for a lock cannot be cancelled.
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Invariant: no wait for a process while this is held, except for its start.
    private readonly Lock _gate = new();
    private RunningWorker? _running;
    private WorkerFault? _lastFault;
    private bool _disposed;

    /// <summary>The id of the running process; null when none runs. Never blocks.</summary>
    internal int? ProcessId => Volatile.Read(ref _running)?.Id;

    /// <summary>How often a process was started; a new process does not know what an earlier one was sent.</summary>
    internal int Starts { get; private set; }

    internal bool IsBusy => _turn.CurrentCount == 0;

    /// <summary>Sends a question and waits for the answer.</summary>
    /// <param name="send">Writes the question to the worker's standard input.</param>
    /// <param name="receive">Reads the answer from its standard output; returns null at its end.</param>
    /// <param name="deadline">The time limit of both, a start of the worker included.</param>
    /// <param name="cancellationToken">Ends the wait for the turn, or kills the worker, and throws.</param>
    /// <exception cref="WorkerGoneException">The worker is missing, could not start, died, was late, or gave an invalid answer.</exception>
    internal T Ask<T>(Action<Stream> send, Func<Stream, T?> receive, TimeSpan deadline, CancellationToken cancellationToken)
        where T : class => TryAsk(send, receive, Timeout.InfiniteTimeSpan, deadline, cancellationToken)!;

    /// <summary>The same; null when the turn did not come in time.</summary>
    /// <param name="patience">The maximum wait for earlier questions.</param>
    /// <inheritdoc cref="Ask"/>
#pragma warning disable CS1573 // The others are those of Ask.
    internal T? TryAsk<T>(
        Action<Stream> send, Func<Stream, T?> receive, TimeSpan patience, TimeSpan deadline, CancellationToken cancellationToken)
        where T : class
#pragma warning restore CS1573
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_turn.Wait(patience, cancellationToken))
        {
            return null;
        }

        try
        {
            return Answer(send, receive, deadline, cancellationToken);
        }
        finally
        {
            _turn.Release();
            if (Volatile.Read(ref _disposed))
            {
                EndIfIdle();
            }
        }
    }

    /// <summary>Starts the process if none runs, ahead of the first question.</summary>
    /// <exception cref="WorkerGoneException">The worker is missing or could not start.</exception>
    internal void Begin()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _running ??= Start();
            }
        }
    }

    /// <summary>Ends the process unless it is answering; the next question starts another.</summary>
    internal void EndIfIdle()
    {
        if (_turn.Wait(0))
        {
            try
            {
                Leave();
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    // Closing stdin lets an idle process exit, which is faster than killing its process tree. A busy one is killed, and the thread that
    // asks disposes it.
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (IsBusy)
            {
                _running?.Kill();
            }
        }

        EndIfIdle();
    }

    /// <summary>Whether the exception means that the answer was invalid.</summary>
    internal static bool IsUnreadable(Exception e) => e is InvalidDataException or JsonException or FormatException or ArgumentException;

    private T Answer<T>(Action<Stream> send, Func<Stream, T?> receive, TimeSpan deadline, CancellationToken cancellationToken)
        where T : class
    {
        var running = Ready();
        WorkerFault? fault = null;
        var detail = "";
        try
        {
            using var late = new Deadline(deadline, running.KillLate);
            using var cancelled = cancellationToken.Register(running.Kill);
            send(running.Input);
            if (receive(running.Output) is { } answer)
            {
                cancelled.Dispose();
                if (late.TryStop() && !cancellationToken.IsCancellationRequested)
                {
                    return answer;
                }

                // Killed while it answered: the next question needs another process.
                running.Kill();
            }
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            (fault, detail) = (WorkerFault.Unreadable, e.Message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe broke because the worker ended.
        }
        catch (Exception e) when (e is OutOfMemoryException or TypeInitializationException)
        {
            // No thread for the deadline or the pipes: a question needs both.
            (fault, detail) = (WorkerFault.NotStarted, WorkerDeath.Said(e));
        }

        if (fault is not null)
        {
            running.Kill();
        }

        var code = running.End();
        var words = running.LastWords();
        Forget(running);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed), this);
        var gone = fault is { } known ? WorkerDeath.Of(known, command.Name, detail)
            : running.IsLate ? WorkerDeath.AtDeadline(command.Name, deadline, words)
            : WorkerDeath.With(code, command.Name, words);
        lock (_gate)
        {
            _lastFault = gone.Fault;
        }

        throw gone;
    }

    private RunningWorker Ready()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_running is { HasExited: true } ended)
            {
                // Killed while idle: no question was lost.
                _running = null;
                ended.Dispose();
            }

            return _running ??= Start();
        }
    }

    private void Leave()
    {
        RunningWorker? running;
        lock (_gate)
        {
            running = _running;
        }

        if (running is not null)
        {
            if (!running.TryLeave(Farewell))
            {
                running.Kill();
                running.End();
            }

            Forget(running);
        }
    }

    private RunningWorker Start()
    {
        var needed = WorkerLauncher.Current.NeededFile(command);
        if (!File.Exists(needed))
        {
            throw WorkerDeath.Of(WorkerFault.Missing, command.Name, needed);
        }

        try
        {
            // The native worker may lack rights or be for another processor: fall back to the managed one.
            var process = (command.Native is { } native ? TryRun(native) : null)
                ?? Run(WorkerLauncher.Current.Start(command))
                ?? throw new InvalidOperationException("No process was made.");
            var running = new RunningWorker(process);
            command.Signals?.Started(Starts == 0 ? "first" : _lastFault is { } fault ? fault.Word() : "idle");
            (Starts, _lastFault) = (Starts + 1, null);
            return running;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException
            or NotSupportedException or OutOfMemoryException or TypeInitializationException or SecurityException)
        {
            throw WorkerDeath.Of(WorkerFault.NotStarted, command.Name, WorkerDeath.Said(e));
        }
    }

    private Process? TryRun(string program)
    {
        try
        {
            return Run(new(program, command.After, []));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private Process? Run(WorkerStart worker)
    {
        var start = new ProcessStartInfo(worker.Program, worker.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(command.Hook)!,
        };
        start.Environment.Clear();
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_GCgen0size"] = YoungestGeneration;
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        foreach (var (name, value) in worker.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start);
    }

    private void Forget(RunningWorker running)
    {
        lock (_gate)
        {
            if (_running == running)
            {
                _running = null;
            }
        }

        running.Dispose();
    }
}
