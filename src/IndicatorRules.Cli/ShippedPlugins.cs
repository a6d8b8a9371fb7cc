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
        var plugins = directories.SelectMany(PluginsIn).ToList();
        // Most replace a shipped folder of the same name, so that no id need be read.
        var names = plugins.ConvertAll(own => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(own))));
        var left = PluginsIn(Folder).Where(shipped => !names.Contains(Path.GetFileName(shipped))).ToList();
        var ids = left.Count > 0 ? plugins.ConvertAll(PluginFolder.IdOf) : [];
        return ids.Contains(null) ? [] : left.Where(shipped => !ids.Contains(PluginFolder.IdOf(shipped)));
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
