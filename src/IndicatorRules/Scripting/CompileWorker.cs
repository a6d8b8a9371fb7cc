using System.Collections.Immutable;
using IndicatorRules.Observing;
using IndicatorRules.Protocol;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>
/// The compile worker's client: starts the child process on demand, keeps it running, and kills it at its deadline. The host
/// itself never loads the compiler.
/// </summary>
/// <remarks>
/// Safe on any thread; requests run one at a time. A request that has waited two seconds goes to a second process, which ends when it
/// is idle, so a scheme that keeps the compiler busy until the deadline does not delay the others. The first ends after five minutes
/// without a request, since it keeps more than 100 MB; the next request starts it again. Dispose ends both processes, even during a
/// request.
/// </remarks>
internal sealed class CompileWorker : IRuleCompiler, IDisposable
{
    private const string WorkerAssembly = "IndicatorRules.Compiler.dll";

    // Longer than an honest scheme takes unless the machine is overloaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WorkerProcess _process;
    private readonly WorkerProcess _spare;
    private readonly TimeSpan _deadline;
    private readonly string? _folder;
    private readonly Timer _idle;

    /// <summary>Creates a client; the worker starts with the first request.</summary>
    /// <param name="folder">The folder of the worker's files; by default <c>compiler</c> beside the application.</param>
    /// <param name="deadline">The longest one scheme may take; 30 seconds by default.</param>
    /// <param name="signals">Counts the starts of its processes; null without observers.</param>
    public CompileWorker(string? folder = null, TimeSpan? deadline = null, Signals? signals = null)
        : this(folder, deadline, [], signals)
    {
    }

    // Only tests pass arguments to the worker: no option, file or variable of a host ends up here.
    internal CompileWorker(string? folder, TimeSpan? deadline, ImmutableArray<string> arguments, Signals? signals = null)
    {
        var assembly = folder is null ? DefaultAssembly : Path.Combine(folder, WorkerAssembly);
        var command = new WorkerCommand(new("编译进程", "the compile worker"), assembly, [], arguments)
        {
            Hook = assembly,
            Native = FindNative(assembly),
            Signals = signals,
        };
        _process = new WorkerProcess(command);
        _spare = new WorkerProcess(command);
        _deadline = deadline ?? TimeSpan.FromSeconds(30);
        _folder = arguments.IsEmpty ? Path.GetDirectoryName(assembly) : null;
        // A timer that is set lives on by itself, and must not keep alive a client that nobody disposes.
        _idle = new Timer(EndIfIdle, new WeakReference<CompileWorker>(this), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long the process stays without a request; five minutes, but for tests.</summary>
    internal TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The worker beside the application or library; when there is none, the first location that was searched.</summary>
    internal static string DefaultAssembly
    {
        get
        {
            var places = WorkerLauncher.Current.WorkerFolders
                .Select(folder => Path.Combine(folder, "compiler", WorkerAssembly)).ToList();
            return places.Find(File.Exists) ?? places[0];
        }
    }

    /// <summary>The id of the running process; null when none runs.</summary>
    internal int? ProcessId => _process.ProcessId;

    /// <inheritdoc/>
    /// <remarks>
    /// A hash of the worker's assemblies, which its build writes beside it. Null when that file is missing, and for a worker with
    /// arguments, which compiles differently.
    /// </remarks>
    public string? Identity
    {
        get
        {
            try
            {
                return _folder is null ? null : File.ReadAllText(Path.Combine(_folder, "identity.txt"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="CompileWorkerException">The worker is missing, could not start, died, or exceeded its deadline.</exception>
    /// <exception cref="ObjectDisposedException">The worker was disposed, possibly during the request.</exception>
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) =>
        Compile(request, _deadline, cancellationToken);

    /// <summary>Whether the worker compiles a trivial rule; if so, a failure is caused by what was compiled.</summary>
    internal bool IsWell(CancellationToken cancellationToken)
    {
        try
        {
            var rule = new RuleUnit("AtLeast(1)", "scheme.json", 1, IsExpression: true);
            return Compile(new CompileRequest([], [new(new("row", true, []), [], [], rule, [])]), cancellationToken).Image is not null;
        }
        catch (CompileWorkerException)
        {
            return false;
        }
    }

    /// <summary>
    /// Starts the process in the background, for a host that is certain to compile. The first request reports a failure to start.
    /// </summary>
    internal void Prepare() => Task.Run(() =>
    {
        try
        {
            _process.Begin();
        }
        catch (WorkerGoneException)
        {
            // The first request fails for the same reason and reports it.
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _idle.Dispose();
        _process.Dispose();
        _spare.Dispose();
    }

    private static void EndIfIdle(object? client)
    {
        if (((WeakReference<CompileWorker>)client!).TryGetTarget(out var worker))
        {
            worker._process.EndIfIdle();
        }
    }

    // Optional: the publish property NativeWorker builds it from the same sources.
    private static string? FindNative(string assembly)
    {
        var name = Path.GetFileNameWithoutExtension(assembly) + (OperatingSystem.IsWindows() ? ".exe" : "");
        var file = Path.Combine(Path.GetDirectoryName(assembly)!, "native", name);
        return File.Exists(file) ? file : null;
    }

    internal CompileResponse Compile(CompileRequest request, TimeSpan deadline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            for (var (one, other) = (_process, _spare); ; (one, other) = (other, one))
            {
                if (one.TryAsk(to => CompileProtocol.Write(to, request), from => Read(from, request),
                    Patience, deadline, cancellationToken) is { } response)
                {
                    return response;
                }
            }
        }
        catch (WorkerGoneException e)
        {
            throw new CompileWorkerException(e.Fault, e.What, e.LastWords);
        }
        finally
        {
            // The second process is kept only while the first is busy.
            if (!_process.IsBusy)
            {
                _spare.EndIfIdle();
            }

            _idle.Change(IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private static CompileResponse? Read(Stream from, CompileRequest request)
    {
        var response = CompileProtocol.ReadResponse(from);
        return response is not null && ResponseValidation.FaultIn(response, request) is { } fault
            ? throw new InvalidDataException(fault) : response;
    }
}
