using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>What a plugin's folder may hold, whatever its files say: no way out of it, no two names that are one elsewhere.</summary>
internal static class PluginFolder
{
    // Where the files of a scheme stand; deeper folders are never read.
    private static readonly string[] Folders = ["", "rules", "cases"];

    /// <summary>The plugins of a directory, or the one that it is itself, in order of their names.</summary>
    /// <exception cref="IOException">It cannot be looked at.</exception>
    internal static List<string> In(string directory)
    {
        if (HoldsScheme(directory))
        {
            return [directory];
        }

        var plugins = new List<string>(Directory.GetDirectories(directory));
        plugins.RemoveAll(d => !HoldsScheme(d));
        plugins.Sort(StringComparer.Ordinal);
        return plugins;
    }

    internal static void Check(string folder, DiagnosticBag bag)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Folders)
        {
            var within = Path.Combine(folder, part);
            var entries = Directory.Exists(within) ? Directory.GetFileSystemEntries(within) : [];
            Array.Sort(entries, StringComparer.Ordinal);
            foreach (var entry in entries)
            {
                var name = part.Length == 0 ? Path.GetFileName(entry) : $"{part}/{Path.GetFileName(entry)}";
                var location = new Location(Path.Combine(folder, name));
                if (new FileInfo(entry).LinkTarget is not null)
                {
                    bag.Add(DiagnosticCatalog.PluginLink, location, name);
                }

                if (!seen.TryAdd(name, name))
                {
                    bag.Add(DiagnosticCatalog.PluginCaseClash, location, seen[name], name);
                }
            }
        }
    }

    private static bool HoldsScheme(string folder) => File.Exists(Path.Combine(folder, SchemeReader.FileName));
}
