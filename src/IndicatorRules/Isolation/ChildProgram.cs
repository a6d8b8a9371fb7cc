using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using IndicatorRules.Workers;

namespace IndicatorRules.Isolation;

/// <summary>
/// A program beside the application that runs in a child process, with the compile worker's runtime settings and bounds. The process is
/// started on demand and answers one request at a time. Thread-safe; Dispose ends the process.
/// </summary>
/// <param name="name">What messages call the process.</param>
/// <param name="assembly">
/// The program's file name, such as <c>IndicatorRules.Tables.dll</c>. Its entry point calls <see cref="Serve"/>.
/// </param>
public sealed class ChildProgram(LocalizedText name, string assembly) : IDisposable
{
    private readonly WorkerProcess _process = new(Command(name, assembly));

    /// <summary>How often a process was started.</summary>
    internal int Starts => _process.Starts;

    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="request">At most 64 MB.</param>
    /// <param name="read">Reads the answer; throws <see cref="InvalidDataException"/> if it is damaged, which ends the process.</param>
    /// <param name="deadline">The time for the start and the answer, after which the process is killed.</param>
    /// <param name="cancellationToken">Kills the process.</param>
    /// <exception cref="ChildProgramException">The process could not be started, died, was killed, or gave a damaged answer.</exception>
    public T Ask<T>(byte[] request, Func<byte[], T> read, TimeSpan deadline, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            return _process.Ask(
                to => Frame.Write(to, request), from => Frame.Read(from) is { } answer ? read(answer) : null, deadline, cancellationToken);
        }
        catch (WorkerGoneException e)
        {
            throw new ChildProgramException(e);
        }
    }

    /// <summary>Answers the requests of <see cref="Ask"/> in the child process until the parent closes the pipe.</summary>
    /// <param name="answer">Makes the answer to a request.</param>
    public static void Serve(Func<byte[], byte[]> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        WorkerLimits.Apply();
        using var requests = Console.OpenStandardInput();
        using var answers = Console.OpenStandardOutput();
        while (Frame.Read(requests) is { } request)
        {
            Frame.Write(answers, answer(request));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    /// <summary>
    /// Starts a program with the compile worker's runtime settings, which every application has beside it, and the application's own
    /// libraries.
    /// </summary>
    internal static WorkerCommand Command(LocalizedText name, string assembly)
    {
        var compiler = CompileWorker.DefaultAssembly;
        var settings = Path.ChangeExtension(compiler, ".runtimeconfig.json");
        var inApplication = Path.Combine(AppContext.BaseDirectory, assembly);
        var program = WorkerLauncher.Current.WorkerFolders.Select(folder => Path.Combine(folder, assembly)).Prepend(inApplication)
            .FirstOrDefault(File.Exists);
        return new(name, program ?? inApplication, ["exec", "--runtimeconfig", settings], [])
        {
            Hook = compiler,
            Settings = settings,
        };
    }
}

/// <summary>A child process could not be started, died, was killed, or gave a damaged answer.</summary>
public sealed class ChildProgramException : Exception
{
    internal ChildProgramException(WorkerGoneException e)
        : base(e.Message, e) => Reason = e.What;

    /// <summary>What happened to the process.</summary>
    public LocalizedText Reason { get; }
}
