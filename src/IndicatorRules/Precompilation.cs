using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Scripting.Caching;

/// <summary>Plugins → a folder of entries that go with the program, so that its own schemes are warm from the first run.</summary>
internal static class Precompilation
{
    /// <summary>Compiles every scheme in the directories and keeps what came out well; a faulty scheme is none of its business.</summary>
    internal static void Run(IReadOnlyList<string> pluginDirectories, string folder, CancellationToken cancellationToken)
    {
        using var worker = new CompileWorker();
        var cache = new HostCache([EntryStore.OfTheProgram(folder)]);
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = pluginDirectories, Compiler = worker }, cache);
        foreach (var (id, version) in host.Catalog.Available)
        {
            host.ValidateScheme($"{id}@{version}", cancellationToken);
        }
    }
}
