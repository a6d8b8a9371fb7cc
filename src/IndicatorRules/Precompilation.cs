using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;
using IndicatorRules.Store;

namespace IndicatorRules;

/// <summary>Compiles schemes into a folder that is shipped with a program, so that its first run needs no compilation.</summary>
public static class Precompilation
{
    /// <summary>
    /// Compiles every scheme of the plugins and writes the images to a folder, for <see cref="SchemeHostOptions.PrecompiledDirectory"/>;
    /// skips faulty schemes.
    /// </summary>
    /// <remarks>
    /// Run it with the same program and compile worker that are shipped; others ignore the files. An assembly beside an image may be
    /// compiled to native code (ReadyToRun) when the program is published.
    /// </remarks>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    public static void Run(IReadOnlyList<string> pluginDirectories, string folder, CancellationToken cancellationToken = default)
    {
        using var worker = new CompileWorker();
        var options = new SchemeHostOptions { PluginDirectories = pluginDirectories, Compiler = worker };
        using var host = SchemeHost.Open(options, SchemeStore.In(StoreFolder.OfProgram(folder)));
        foreach (var (id, version) in host.Catalog.Available)
        {
            host.ValidateScheme($"{id}@{version}", cancellationToken);
        }
    }
}
