using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;
using IndicatorRules.Store;

namespace IndicatorRules;

/// <summary>Compiles schemes into a folder that is shipped with a program, so that it needs no compilation and no compile worker.</summary>
public static class Precompilation
{
    /// <summary>
    /// Compiles every scheme of the plugins and writes the images to a folder, for <see cref="SchemeHostOptions.PrecompiledDirectory"/>;
    /// skips faulty schemes.
    /// </summary>
    /// <remarks>
    /// Run it with the same program and compile worker that are shipped; others ignore the files. An assembly beside an image may be
    /// compiled to native code (ReadyToRun) when the program is published. A project that lists its plugins as <c>IndicatorRulesPlugin</c>
    /// needs no call: its build does the same.
    /// </remarks>
    /// <param name="pluginDirectories">Directories whose subfolders are plugins.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <param name="cancellationToken">Ends the work with an exception.</param>
    public static void Run(IReadOnlyList<string> pluginDirectories, string folder, CancellationToken cancellationToken = default) =>
        Compile(pluginDirectories, folder, new CompileWorker(), cancellationToken);

    /// <summary>Copies an application's plugins into <c>plugins</c> of a folder and compiles them into <c>precompiled</c> of it.</summary>
    /// <param name="list">A file with the full path of a plugin's file in each line.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="language">The language of the diagnostics.</param>
    /// <param name="output">Gets the diagnostics, at the files that were copied, as MSBuild reads them.</param>
    /// <returns>0, or 2 after an error.</returns>
    internal static int Build(string list, string folder, Language language, TextWriter output)
    {
        var built = InputFault.Guard(list, () => Build(File.ReadAllLines(list), Path.GetFullPath(folder)));
        foreach (var diagnostic in built.Diagnostics)
        {
            output.WriteLine(diagnostic.Format(language));
        }

        return built.Diagnostics.Any(d => d.Severity == Severity.Error) ? 2 : 0;
    }

    private static Result<ShippedPlugins> Build(string[] files, string folder)
    {
        var bag = new DiagnosticBag();
        var plugins = ShippedPlugins.Of([.. files.Where(f => f.Length > 0)], bag);
        if (!bag.HasErrors)
        {
            var directory = Path.Combine(folder, "plugins");
            plugins.CopyTo(directory);
            // A build waits longer than a host: its machine may be busy, and the plugins are the application's own.
            var worker = new CompileWorker(deadline: TimeSpan.FromMinutes(5));
            var found = Compile([directory], Path.Combine(folder, "precompiled"), worker, CancellationToken.None);
            // The application enables the extensions that it trusts; a build runs none.
            var unbound = DiagnosticCatalog.FunctionWithoutExtension.Id;
            bag.AddRange(found.Where(d => d.Id != unbound).Select(d => plugins.AtSource(d, directory)));
        }

        return new(plugins, bag.ToImmutable());
    }

    private static ImmutableArray<Diagnostic> Compile(
        IReadOnlyList<string> pluginDirectories, string folder, CompileWorker compiler, CancellationToken cancellationToken)
    {
        using var worker = compiler;
        var target = StoreFolder.OfProgram(folder);
        var options = new SchemeHostOptions { PluginDirectories = pluginDirectories, Compiler = worker };
        using var host = SchemeHost.Open(options, SchemeStore.In(target));
        var bag = new DiagnosticBag();
        bag.AddRange(host.Catalog.Diagnostics);
        foreach (var (id, version) in host.Catalog.Available)
        {
            bag.AddRange(host.ValidateScheme($"{id}@{version}", cancellationToken).Diagnostics);
        }

        if (worker.Identity is { } identity)
        {
            target.WriteCompiler(identity);
        }

        return bag.ToImmutable();
    }
}
