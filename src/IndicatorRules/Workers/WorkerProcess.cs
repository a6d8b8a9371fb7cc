using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace IndicatorRules.Workers;

/// <summary>A child process that answers one question at a time: started on demand, kept warm, killed at its deadline.</summary>
/// <remarks>Safe on any thread; questions wait for one another. Dispose ends the process.</remarks>
internal sealed class WorkerProcess(WorkerCommand command) : IDisposable
{
    // Hexadecimal bytes: 768 MB, some twenty times what an honest scheme takes.
    private const string HeapLimit = "30000000";

    // 32 MB: a scheme is compiled before anything needs to be collected.
    private const string YoungestGeneration = "2000000";

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Process? _process;
    private bool _disposed;
    private volatile string _lastWords = "";
    private volatile int _id;

    /// <summary>The process that was started last and has not been given up; null when there is none. Waits for nothing.</summary>
    internal int? ProcessId => _id is var id and not 0 ? id : null;

    /// <summary>How often a process was started; what was told to an earlier one is not known to the next.</summary>
    internal int Starts { get; private set; }

    /// <summary>Sends a question and waits for the answer.</summary>
    /// <param name="send">Writes the question to the worker's standard input.</param>
    /// <param name="receive">Reads the answer from its standard output; null when that is closed.</param>
    /// <param name="deadline">The longest that both may take; the worker's start counts.</param>
    /// <param name="cancellation">Ends the worker and throws.</param>
    /// <exception cref="WorkerGoneException">The worker is not there, died, did not answer in time, or gave no answer of ours.</exception>
    internal T Ask<T>(Action<Stream> send, Func<Stream, T?> receive, TimeSpan deadline, CancellationToken cancellation)
        where T : class
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            cancellation.ThrowIfCancellationRequested();
            if (_process is { HasExited: true } ended)
            {
                // Killed while it was idle: nothing of ours was lost with it.
                Forget(ended);
            }

            var process = _process ??= Start();
            using var late = new Deadline(deadline, () => Kill(process));
            using var cancelled = cancellation.Register(() => Kill(process));
            try
            {
                send(process.StandardInput.BaseStream);
                if (receive(process.StandardOutput.BaseStream) is { } answer)
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is InvalidDataException or JsonException)
            {
                End(process);
                Forget(process);
                cancellation.ThrowIfCancellationRequested();
                throw new WorkerGoneException(new($"{command.Name.Zh}的应答不可用", $"{command.Name.En} gave an answer that cannot be read"), e.Message);
            }
            catch (IOException)
            {
                // The pipe broke because the worker is gone: told below.
            }

            var gone = Gone(process, deadline);
            cancellation.ThrowIfCancellationRequested();
            throw gone;
        }
    }

    /// <summary>Starts the process if none runs, so that the first question finds it at work.</summary>
    /// <exception cref="WorkerGoneException">The worker is not there.</exception>
    internal void Begin()
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _process ??= Start();
            }
        }
    }

    /// <summary>Ends the process that runs now; the next question starts another.</summary>
    internal void End()
    {
        lock (_gate)
        {
            if (_process is { } process)
            {
                End(process);
                Forget(process);
            }
        }
    }

    // It ends by itself when nobody will ask any more, which is sooner than to look for all that it may have started.
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (_process is { } process)
            {
                process.StandardInput.Close();
                if (!process.WaitForExit(Farewell))
                {
                    End(process);
                }

                Forget(process);
            }
        }
    }

    private Process Start()
    {
        var name = command.Name;
        if (!File.Exists(command.Hook))
        {
            throw new WorkerGoneException(new($"找不到{name.Zh}的程序 {command.Hook}", $"{name.En} is not there: {command.Hook}"));
        }

        // What cannot be run here, for lack of rights or on another processor, is run by the runtime instead.
        var process = (command.Native is { } native ? TryRun(native) : null)
            ?? Run(WorkerLauncher.Current.Start(command))
            ?? throw new WorkerGoneException(new($"{name.Zh}无法启动", $"{name.En} could not be started"));
        Starts++;
        _id = process.Id;
        _lastWords = "";
        // The first line tells what it died of; the rest is read so that the pipe does not fill.
        process.ErrorDataReceived += (_, said) => _lastWords = _lastWords.Length == 0 ? said.Data ?? "" : _lastWords;
        process.BeginErrorReadLine();
        return process;
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

    private WorkerGoneException Gone(Process process, TimeSpan deadline)
    {
        End(process);
        var code = process.HasExited ? process.ExitCode : -1;
        Forget(process);
        return new WorkerGoneException(
            new(
                $"{command.Name.Zh}已结束（退出码 {code}），或超过 {deadline.TotalSeconds:0} 秒",
                $"{command.Name.En} ended (exit code {code}) or took longer than {deadline.TotalSeconds:0} s"),
            _lastWords);
    }

    private void Forget(Process process)
    {
        _id = 0;
        _process = null;
        process.Dispose();
    }

    private static void End(Process process)
    {
        Kill(process);
        process.WaitForExit(TimeSpan.FromSeconds(5));
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }
}
