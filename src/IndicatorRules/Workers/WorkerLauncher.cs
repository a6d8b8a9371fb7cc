using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;

namespace IndicatorRules.Workers;

/// <summary>Starts workers on this process's runtime: with the <c>dotnet</c> that runs it, or its own executable. Immutable.</summary>
/// <remarks>
/// Derives paths from the running process only, and only if the files around them confirm it: a path found by counting folders could
/// be another installation's. A self-contained application has no <c>dotnet</c>; its executable is started again with a startup hook that
/// runs the worker instead of the application's entry point.
/// </remarks>
internal sealed class WorkerLauncher
{
    private readonly string? _dotnet;
    private readonly string? _own;
    private readonly string _applicationFolder;
    private readonly string _library;
    private readonly bool _isWorker;

    /// <param name="process">The executable of the process; null when the system does not report it.</param>
    /// <param name="runtimeFolder">The folder of the runtime's libraries; empty in a single file.</param>
    /// <param name="applicationFolder">The folder of the application's assemblies.</param>
    /// <param name="isWorker">Whether this process was itself started as a worker.</param>
    /// <param name="library">The file of this library; empty in a single file.</param>
    internal WorkerLauncher(string? process, string runtimeFolder, string applicationFolder, bool isWorker, string library = "")
    {
        _dotnet = IsDotnet(process) ? process : DotnetOf(runtimeFolder);
        _own = process;
        _applicationFolder = Path.TrimEndingDirectorySeparator(applicationFolder);
        _isWorker = isWorker;
        _library = library;
    }

    internal static WorkerLauncher Current { get; } = new(
        Environment.ProcessPath,
        Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "",
        AppContext.BaseDirectory,
        Environment.GetCommandLineArgs() is [_, WorkerHook.Argument, ..],
        typeof(WorkerLauncher).Assembly.Location);

    /// <summary>The folders to search for the application's files, in order: its base, then beside its executable.</summary>
    /// <remarks>They differ when a single file extracts itself.</remarks>
    internal IEnumerable<string> ApplicationFolders =>
        _own is null || IsDotnet(_own)
            ? [_applicationFolder]
            : new[] { _applicationFolder, Path.GetDirectoryName(_own)! }.Distinct(StringComparer.Ordinal);

    /// <summary>The folders to search for workers, in order: the application's, then the library's own.</summary>
    /// <remarks>
    /// A script, notebook or add-in runs in another program, such as <c>dotnet fsi</c>, which has no files of ours in its folder. The
    /// library then lies in its package, as <c>lib/net10.0/IndicatorRules.dll</c> with the workers in <c>tools</c>, or beside them.
    /// </remarks>
    internal IEnumerable<string> WorkerFolders
    {
        get
        {
            var own = Path.GetDirectoryName(_library) ?? "";
            var lib = Path.GetDirectoryName(own);
            IEnumerable<string> tools = Path.GetFileName(lib) == "lib" ? [Path.Combine(Path.GetDirectoryName(lib) ?? "", "tools")] : [];
            return ApplicationFolders.Concat(tools).Append(own).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal);
        }
    }

    /// <summary>The file without which the worker cannot start.</summary>
    internal string NeededFile(WorkerCommand command) =>
        _dotnet is not null && File.Exists(command.Assembly) ? command.Settings ?? command.Assembly : command.Hook;

    /// <summary>How to start the worker.</summary>
    /// <exception cref="WorkerGoneException">This process has no way to start one.</exception>
    internal WorkerStart Start(WorkerCommand command)
    {
        if (_isWorker)
        {
            throw new WorkerGoneException(WorkerFault.NotStarted, new(
                $"本进程就是{command.Name.Zh}，不再启动另一个",
                $"this process is itself a worker and starts no other: {command.Name.En}"));
        }

        if (_dotnet is not null && File.Exists(command.Assembly))
        {
            return new(_dotnet, [.. command.Before, command.Assembly, .. command.After],
                [KeyValuePair.Create("DOTNET_ROOT", Path.GetDirectoryName(_dotnet)!)]);
        }

        if (_own is null || IsDotnet(_own) || !HooksAreSupported)
        {
            throw new WorkerGoneException(WorkerFault.NotStarted, new(
                $"本程序自带运行时又不支持启动钩子，无法启动{command.Name.Zh}；请不要以裁剪或本机编译方式发布",
                $"this program has no `dotnet` and no startup hooks, so it cannot start {command.Name.En}; "
                    + "do not publish it trimmed or as native code"));
        }

        // {base}/{application}/{bundle}/ when a single file extracts itself: the child has no home in its empty environment to extract to.
        var extracted = Path.GetDirectoryName(_own) == _applicationFolder ? null
            : Path.GetDirectoryName(Path.GetDirectoryName(_applicationFolder));
        return new(
            _own,
            [WorkerHook.Argument, command.Assembly, .. command.After],
            [
                KeyValuePair.Create("DOTNET_STARTUP_HOOKS", command.Hook),
                .. extracted is null ? [] : new[] { KeyValuePair.Create("DOTNET_BUNDLE_EXTRACT_BASE_DIR", extracted) },
            ]);
    }

    private static bool HooksAreSupported => !AppContext.TryGetSwitch("System.StartupHookProvider.IsSupported", out var on) || on;

    // An application may be named dotnet too; only the installation has its resolver beside it.
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

/// <summary>A program, its arguments, and the variables that it needs beyond those of every worker.</summary>
internal sealed record WorkerStart(
    string Program, ImmutableArray<string> Arguments, ImmutableArray<KeyValuePair<string, string>> Environment);
