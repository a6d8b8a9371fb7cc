using System.Collections.Immutable;
using IndicatorRules.Protocol;
using IndicatorRules.Workers;

namespace IndicatorRules.Scripting;

/// <summary>
/// The compile worker's client: starts the child process on demand, keeps it warm, and kills it at its deadline. The
/// host itself never loads the compiler.
/// </summary>
/// <remarks>
/// Safe on any thread; requests wait for one another. One that has waited two seconds is given to a second process, which ends
/// when it is idle: a scheme that takes the compiler to its deadline does not hold up the others. Dispose ends both processes, also in the
/// middle of a request.
/// </remarks>
internal sealed class CompileWorker : IRuleCompiler, IDisposable
{
    private const string WorkerAssembly = "IndicatorRules.Compiler.dll";

    // Longer than an honest scheme takes on a machine that is not overloaded.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly WorkerProcess _process;
    private readonly WorkerProcess _spare;
    private readonly TimeSpan _deadline;
    private readonly string? _folder;

    /// <summary>A client for a worker; nothing is started yet.</summary>
    /// <param name="folder">Where the worker's files are; by default the <c>compiler</c> folder beside the application.</param>
    /// <param name="deadline">The longest one scheme may take; 30 seconds by default.</param>
    public CompileWorker(string? folder = null, TimeSpan? deadline = null)
        : this(folder, deadline, [])
    {
    }

    // What the worker takes as arguments is for tests alone: no option, file or variable of a host ends up here.
    internal CompileWorker(string? folder, TimeSpan? deadline, ImmutableArray<string> arguments)
    {
        var assembly = folder is null ? DefaultAssembly : Path.Combine(folder, WorkerAssembly);
        var command = new WorkerCommand(new("编译进程", "the compile worker"), assembly, [], arguments)
        {
            Hook = assembly,
            Native = FindNative(assembly),
        };
        _process = new WorkerProcess(command);
        _spare = new WorkerProcess(command);
        _deadline = deadline ?? TimeSpan.FromSeconds(30);
        _folder = arguments.IsEmpty ? Path.GetDirectoryName(assembly) : null;
    }

    /// <summary>The worker beside the application; where there is none, where it was looked for first.</summary>
    internal static string DefaultAssembly
    {
        get
        {
            var places = WorkerLauncher.Current.ApplicationFolders.Select(folder => Path.Combine(folder, "compiler", WorkerAssembly)).ToList();
            return places.Find(File.Exists) ?? places[0];
        }
    }

    /// <summary>The process that runs now; null when none does.</summary>
    internal int? ProcessId => _process.ProcessId;

    /// <inheritdoc/>
    /// <remarks>
    /// Written beside the worker when it is built: a hash of each of its assemblies. Null where it is missing, and for a worker with
    /// arguments, which compiles otherwise.
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
    /// <exception cref="CompileWorkerException">The worker is missing, could not be started, died, or did not answer in time.</exception>
    /// <exception cref="ObjectDisposedException">The worker was disposed, maybe meanwhile.</exception>
    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) =>
        Compile(request, _deadline, cancellationToken);

    /// <summary>Whether the worker compiles the simplest of all rules: what fails beside that is the fault of what was compiled.</summary>
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
    /// Starts the process in the background, for a host that is sure to compile. What goes wrong with it is told when something is
    /// compiled.
    /// </summary>
    internal void Prepare() => Task.Run(() =>
    {
        try
        {
            _process.Begin();
        }
        catch (WorkerGoneException)
        {
            // The first request meets the same.
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Dispose();
        _spare.Dispose();
    }

    // Made of the same sources beside the assembly, where whoever published the program asked for it.
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
                if (one.TryAsk(to => CompileProtocol.Write(to, request), from => Read(from, request), Patience, deadline, cancellationToken) is { } response)
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
            // Two are kept only while one of them is held up.
            if (!_process.IsBusy)
            {
                _spare.EndIfIdle();
            }
        }
    }

    private static CompileResponse? Read(Stream from, CompileRequest request)
    {
        var response = CompileProtocol.ReadResponse(from);
        return response is not null && ResponseValidation.FaultIn(response, request) is { } fault ? throw new InvalidDataException(fault) : response;
    }
}
