using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Cli;

/// <summary>The plugins that came with the tool.</summary>
internal static class ShippedPlugins
{
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Their folders, without the schemes that one of the given directories has in any version.</summary>
    /// <remarks>
    /// The user's own scheme replaces the shipped one of its id. If the id of one of the user's plugins cannot be read, no shipped plugin
    /// is added, since it could be the same scheme.
    /// </remarks>
    internal static IEnumerable<string> Beside(IEnumerable<string> directories)
    {
        var own = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var plugin in directories.SelectMany(PluginsIn))
        {
            own.Add(PluginFolder.IdOf(plugin));
            own.Add(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(plugin))));
        }

        return own.Contains(null)
            ? []
            : PluginsIn(Folder).Where(shipped => !own.Contains(Path.GetFileName(shipped)) && !own.Contains(PluginFolder.IdOf(shipped)));
    }

    private static IReadOnlyList<string> PluginsIn(string directory)
    {
        try
        {
            return Directory.Exists(directory) ? PluginFolder.In(directory) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reported when the host reads the directory.
            return [];
        }
    }
}
