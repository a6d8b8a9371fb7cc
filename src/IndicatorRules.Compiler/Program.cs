using System.Reflection;
using System.Runtime.Loader;
using IndicatorRules.Compiler;
using IndicatorRules.Protocol;

// The compile worker: requests on standard input, responses on standard output, until the host closes the pipe.
// Tests take its own gates away by an argument, to see that the process is enough; a host passes none.
WorkerLimits.Apply();
using var requests = Console.OpenStandardInput();
using var responses = Console.OpenStandardOutput();
var compiler = new RuleCompiler(args is ["--layers", "none"] ? Layers.None : Layers.All);
// Roslyn is loaded while the host is still busy with its first request.
compiler.Prepare();
while (CompileProtocol.ReadRequest(requests) is { } request)
{
    CompileProtocol.Write(responses, compiler.Compile(request));
}

/// <summary>
/// Runs a worker inside another application's executable: a self-contained application has no <c>dotnet</c> to start one with.
/// </summary>
/// <remarks>The runtime calls it before the application's entry point, which is then never reached.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetCommandLineArgs() is not [_, WorkerHook.Argument, var assembly, .. var arguments])
        {
            return;
        }

        var here = typeof(StartupHook).Assembly.Location;
        // The compile worker gets a context of its own: the application may have another version of the compiler.
        var worker = assembly == here
            ? new WorkerContext(Path.GetDirectoryName(here)!).LoadFromAssemblyPath(here)
            : Assembly.Load(Path.GetFileNameWithoutExtension(assembly));
        worker.EntryPoint!.Invoke(null, [arguments]);
#pragma warning disable RS0030 // The application's own entry point comes next, and it may not run.
        Environment.Exit(0);
#pragma warning restore RS0030
    }

    /// <summary>Prefers the worker's own files to those of the application.</summary>
    private sealed class WorkerContext(string folder) : AssemblyLoadContext("worker")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(folder, assemblyName.Name + ".dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
