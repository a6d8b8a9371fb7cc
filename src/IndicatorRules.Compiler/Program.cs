using System.Reflection;
using System.Runtime.Loader;
using IndicatorRules.Compiler;
using IndicatorRules.Protocol;

// The compile worker: requests on standard input, responses on standard output, until the host closes the pipe.
// Tests switch off its validation by an argument, to prove that the process alone confines scripts. A host passes none.
WorkerLimits.Apply();
using var requests = Console.OpenStandardInput();
using var responses = Console.OpenStandardOutput();
var compiler = new RuleCompiler(args is ["--layers", "none"] ? Layers.None : Layers.All);
// Loads Roslyn while the host is still preparing its first request.
compiler.Prepare();
while (CompileProtocol.ReadRequest(requests) is { } request)
{
    CompileProtocol.Write(responses, compiler.Compile(request));
}

/// <summary>Runs a worker in another application's executable, since a self-contained application has no <c>dotnet</c> command.</summary>
/// <remarks>The runtime calls it before the application's entry point, which then never runs.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetCommandLineArgs() is not [_, WorkerHook.Argument, var assembly, .. var arguments])
        {
            return;
        }

        var here = typeof(StartupHook).Assembly.Location;
        // A separate load context: the application may have another version of Roslyn.
        var worker = assembly == here
            ? new WorkerContext(Path.GetDirectoryName(here)!).LoadFromAssemblyPath(here)
            : Assembly.Load(Path.GetFileNameWithoutExtension(assembly));
        worker.EntryPoint!.Invoke(null, [arguments]);
#pragma warning disable RS0030 // Returning would run the application's own entry point.
        Environment.Exit(0);
#pragma warning restore RS0030
    }

    /// <summary>Prefers the worker's own assemblies to those of the application.</summary>
    private sealed class WorkerContext(string folder) : AssemblyLoadContext("worker")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(folder, assemblyName.Name + ".dll") is var file && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
