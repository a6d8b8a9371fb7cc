using System.ComponentModel;
using System.Diagnostics;
using System.Security;
using System.Text.Json;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>A child process that answers one question at a time: started on demand, kept warm, killed at its deadline.</summary>
/// <remarks>
/// Safe on any thread; questions wait for one another. Dispose ends the process, also in the middle of a question. A client that is
/// dropped without Dispose closes the pipe when it is collected, and the process ends.
/// </remarks>
internal sealed class WorkerProcess(WorkerCommand command) : IDisposable
{
    // Hexadecimal bytes: 768 MB, some twenty times what an honest scheme takes.
    private const string HeapLimit = "30000000";

    // 32 MB: a scheme is compiled before anything needs to be collected.
    private const string YoungestGeneration = "2000000";

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    // Held by the one who asks. Waiting for it can be cancelled, as a lock cannot.
    private readonly SemaphoreSlim _turn = new(1, 1);

    // Invariant: nothing waits for a process while it holds the gate, but for the start of one.
    private readonly Lock _gate = new();
    private RunningWorker? _running;
    private bool _disposed;

    /// <summary>The process that was started last and has not been given up; null when there is none. Waits for nothing.</summary>
    internal int? ProcessId => Volatile.Read(ref _running)?.Id;

    /// <summary>How often a process was started; what was told to an earlier one is not known to the next.</summary>
    internal int Starts { get; private set; }

    /// <summary>Whether a question is being answered.</summary>
    internal bool IsBusy => _turn.CurrentCount == 0;

    /// <summary>Sends a question and waits for the answer.</summary>
    /// <param name="send">Writes the question to the worker's standard input.</param>
    /// <param name="receive">Reads the answer from its standard output; null when that is closed.</param>
    /// <param name="deadline">The longest that both may take; the worker's start counts.</param>
    /// <param name="cancellationToken">Ends the wait for the turn at once, or the worker, and throws.</param>
    /// <exception cref="WorkerGoneException">The worker is missing, could not be started, died, was late, or gave no answer of
    /// ours.</exception>
    internal T Ask<T>(Action<Stream> send, Func<Stream, T?> receive, TimeSpan deadline, CancellationToken cancellationToken)
        where T : class => TryAsk(send, receive, Timeout.InfiniteTimeSpan, deadline, cancellationToken)!;

    /// <summary>The same; null where the turn did not come in time.</summary>
    /// <param name="patience">The longest wait for the questions before this one.</param>
    /// <inheritdoc cref="Ask"/>
#pragma warning disable CS1573 // The others are those of Ask.
    internal T? TryAsk<T>(Action<Stream> send, Func<Stream, T?> receive, TimeSpan patience, TimeSpan deadline, CancellationToken cancellationToken)
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

    /// <summary>Starts the process if none runs, so that the first question finds it at work.</summary>
    /// <exception cref="WorkerGoneException">The worker is missing or could not be started.</exception>
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

    /// <summary>Ends the process unless it is being asked; the next question starts another.</summary>
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

    // An idle process ends by itself when nobody will ask any more, which is sooner than to look for all that it may have started. One that
    // is being asked is killed: the thread that asks gives it up.
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

    /// <summary>Whether an answer was read that is not one of ours.</summary>
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
                return answer;
            }
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            (fault, detail) = (WorkerFault.Unreadable, e.Message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe broke because the worker is gone.
        }
        catch (Exception e) when (e is OutOfMemoryException or TypeInitializationException)
        {
            // No thread for the deadline or for the platform's own pipes: nothing is asked without either.
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
        throw fault is { } known ? WorkerDeath.Of(known, command.Name, detail)
            : running.IsLate ? WorkerDeath.AtDeadline(command.Name, deadline, words)
            : WorkerDeath.With(code, command.Name, words);
    }

    private RunningWorker Ready()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_running is { HasExited: true } ended)
            {
                // Killed while it was idle: nothing of ours was lost with it.
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
        if (!File.Exists(command.Hook))
        {
            throw WorkerDeath.Of(WorkerFault.Missing, command.Name, command.Hook);
        }

        try
        {
            // What cannot be run here, for lack of rights or on another processor, is run by the runtime instead.
            var process = (command.Native is { } native ? TryRun(native) : null)
                ?? Run(WorkerLauncher.Current.Start(command))
                ?? throw new InvalidOperationException("No process was made.");
            var running = new RunningWorker(process);
            Starts++;
            return running;
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException
            or OutOfMemoryException or TypeInitializationException or SecurityException)
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
        // The worker inherits nothing of the host's environment.
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
