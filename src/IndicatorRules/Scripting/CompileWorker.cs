using System.Diagnostics;
using System.Text.Json;
using IndicatorRules.Schemes.Compiling;

namespace IndicatorRules.Scripting;

/// <summary>
/// The compile worker's client: starts the child process on demand, keeps it warm, and kills it at its deadline. The
/// host itself never loads the compiler.
/// </summary>
/// <remarks>Safe on any thread; requests wait for one another. Dispose ends the process.</remarks>
public sealed class CompileWorker : IRuleCompiler, IDisposable
{
    // Hexadecimal bytes: 768 MB, some twenty times what an honest scheme takes.
    private const string HeapLimit = "30000000";
    private const string WorkerAssembly = "IndicatorRules.Compiler.dll";

    private readonly Lock _gate = new();
    private readonly string _assembly;
    private readonly TimeSpan _deadline;
    private Process? _process;
    private bool _disposed;
    private volatile string _lastWords = "";

    /// <summary>A client for a worker; nothing is started yet.</summary>
    /// <param name="folder">Where the worker's files are; by default the <c>compiler</c> folder beside the application.</param>
    /// <param name="deadline">The longest one scheme may take; 30 seconds by default.</param>
    public CompileWorker(string? folder = null, TimeSpan? deadline = null)
    {
        _assembly = Path.Combine(folder ?? Path.Combine(AppContext.BaseDirectory, "compiler"), WorkerAssembly);
        _deadline = deadline ?? TimeSpan.FromSeconds(30);
    }

    /// <inheritdoc/>
    /// <exception cref="CompileWorkerException">The worker is not there, died, or did not answer in time.</exception>
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            cancellation.ThrowIfCancellationRequested();
            if (_process is { HasExited: true } ended)
            {
                // Killed while it was idle: nothing of ours was lost with it.
                ended.Dispose();
                _process = null;
            }

            var process = _process ??= Start();
            using var deadline = new Timer(_ => Kill(process), null, _deadline, Timeout.InfiniteTimeSpan);
            using var cancelled = cancellation.Register(() => Kill(process));
            try
            {
                CompileProtocol.Write(process.StandardInput.BaseStream, request);
                if (CompileProtocol.ReadResponse(process.StandardOutput.BaseStream) is { } response)
                {
                    return response;
                }
            }
            catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
            {
                // The pipe broke because the worker is gone, or what came out of it is no answer: told below.
            }

            var gone = Gone(process);
            cancellation.ThrowIfCancellationRequested();
            throw gone;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            if (_process is { } process)
            {
                Kill(process);
                process.Dispose();
                _process = null;
            }
        }
    }

    private Process Start()
    {
        if (!File.Exists(_assembly))
        {
            throw new CompileWorkerException(new($"找不到编译程序 {_assembly}", $"the compile worker is not there: {_assembly}"));
        }

        var start = new ProcessStartInfo(DotnetHost.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(_assembly)!,
        };
        start.ArgumentList.Add(_assembly);
        // Nothing of the host's environment goes to the worker but where the runtime is.
        start.Environment.Clear();
        start.Environment["DOTNET_ROOT"] = DotnetHost.Root;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        var process = Process.Start(start) ?? throw new CompileWorkerException(new("编译进程无法启动", "the compile worker could not be started"));
        _lastWords = "";
        // The first line tells what it died of; the rest is read so that the pipe does not fill.
        process.ErrorDataReceived += (_, said) => _lastWords = _lastWords.Length == 0 ? said.Data ?? "" : _lastWords;
        process.BeginErrorReadLine();
        return process;
    }

    private CompileWorkerException Gone(Process process)
    {
        Kill(process);
        process.WaitForExit(TimeSpan.FromSeconds(5));
        var code = process.HasExited ? process.ExitCode : -1;
        process.Dispose();
        _process = null;
        return new CompileWorkerException(
            new($"编译进程已结束（退出码 {code}），或超过 {_deadline.TotalSeconds:0} 秒", $"the compile worker ended (exit code {code}) or took longer than {_deadline.TotalSeconds:0} s"),
            _lastWords);
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
