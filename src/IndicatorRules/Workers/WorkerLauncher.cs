using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;

namespace IndicatorRules.Workers;

/// <summary>
/// How this process starts a managed worker on its own runtime: by the <c>dotnet</c> that runs it, or by its own executable.
/// </summary>
/// <remarks>
/// A path is taken from the running process alone, and only where its surroundings prove it: a program found by counting folders would be
/// another's. A self-contained application brings no <c>dotnet</c>; its executable is started again with a startup hook that runs the
/// worker instead of the application's entry point. Immutable.
/// </remarks>
internal sealed class WorkerLauncher
{
    private readonly string? _dotnet;
    private readonly string? _own;
    private readonly string _applicationFolder;
    private readonly bool _isWorker;

    /// <param name="process">The executable of the process; null where the system does not say.</param>
    /// <param name="runtimeFolder">Where the runtime's libraries are; empty in a single file.</param>
    /// <param name="applicationFolder">Where the application's assemblies are.</param>
    /// <param name="isWorker">Whether this process was itself started as a worker.</param>
    internal WorkerLauncher(string? process, string runtimeFolder, string applicationFolder, bool isWorker)
    {
        _dotnet = IsDotnet(process) ? process : DotnetOf(runtimeFolder);
        _own = process;
        _applicationFolder = Path.TrimEndingDirectorySeparator(applicationFolder);
        _isWorker = isWorker;
    }

    /// <summary>The launcher of this process.</summary>
    internal static WorkerLauncher Current { get; } = new(
        Environment.ProcessPath,
        Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "",
        AppContext.BaseDirectory,
        Environment.GetCommandLineArgs() is [_, WorkerHook.Argument, ..]);

    /// <summary>
    /// The folders that the application's own files may be in, in the order to look: its base, then beside its executable.
    /// </summary>
    /// <remarks>They differ where a single file extracts itself.</remarks>
    internal IEnumerable<string> ApplicationFolders =>
        _own is null || IsDotnet(_own) ? [_applicationFolder] : new[] { _applicationFolder, Path.GetDirectoryName(_own)! }.Distinct(StringComparer.Ordinal);

    /// <summary>What starts the worker.</summary>
    /// <exception cref="WorkerGoneException">This process has no way to start one.</exception>
    internal WorkerStart Start(WorkerCommand command)
    {
        if (_isWorker)
        {
            throw new WorkerGoneException(WorkerFault.NotStarted, new(
                $"本进程就是{command.Name.Zh}，不再启动另一个", $"this process is itself a worker and starts no other: {command.Name.En}"));
        }

        if (_dotnet is not null && File.Exists(command.Assembly))
        {
            return new(_dotnet, [.. command.Before, command.Assembly, .. command.After], [KeyValuePair.Create("DOTNET_ROOT", Path.GetDirectoryName(_dotnet)!)]);
        }

        if (_own is null || IsDotnet(_own) || !HooksAreSupported)
        {
            throw new WorkerGoneException(WorkerFault.NotStarted, new(
                $"本程序自带运行时又不支持启动钩子，无法启动{command.Name.Zh}；请不要以裁剪或本机编译方式发布",
                $"this program has no `dotnet` and no startup hooks, so it cannot start {command.Name.En}; do not publish it trimmed or as native code"));
        }

        // {base}/{application}/{bundle}/ for a single file that extracts itself: in its empty environment the child has no home to extract
        // to.
        var extracted = Path.GetDirectoryName(_own) == _applicationFolder ? null : Path.GetDirectoryName(Path.GetDirectoryName(_applicationFolder));
        return new(
            _own,
            [WorkerHook.Argument, command.Assembly, .. command.After],
            [
                KeyValuePair.Create("DOTNET_STARTUP_HOOKS", command.Hook),
                .. extracted is null ? [] : new[] { KeyValuePair.Create("DOTNET_BUNDLE_EXTRACT_BASE_DIR", extracted) },
            ]);
    }

    private static bool HooksAreSupported => !AppContext.TryGetSwitch("System.StartupHookProvider.IsSupported", out var on) || on;

    // An application may be called dotnet too; only the installation's has its resolver beside it.
    private static bool IsDotnet(string? process) =>
        process is not null
        && string.Equals(Path.GetFileNameWithoutExtension(process), "dotnet", StringComparison.OrdinalIgnoreCase)
        && IsInstallation(Path.GetDirectoryName(process));

    private static string? DotnetOf(string runtimeFolder)
    {
        // {root}/shared/Microsoft.NETCore.App/{version}
        var shared = Path.GetDirectoryName(runtimeFolder);
        if (Path.GetFileName(shared) != "Microsoft.NETCore.App" || Path.GetFileName(Path.GetDirectoryName(shared)) != "shared")
        {
            return null;
        }

        var root = Path.GetDirectoryName(Path.GetDirectoryName(shared));
        var dotnet = root is null ? null : Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return IsInstallation(root) && File.Exists(dotnet) ? dotnet : null;
    }

    private static bool IsInstallation(string? root) => root is not null && Directory.Exists(Path.Combine(root, "host", "fxr"));
}

/// <summary>A program, its arguments, and the variables that it needs besides those every worker gets.</summary>
internal sealed record WorkerStart(string Program, ImmutableArray<string> Arguments, ImmutableArray<KeyValuePair<string, string>> Environment);
