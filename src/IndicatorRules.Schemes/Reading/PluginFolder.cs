using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>What a plugin's folder may hold, whatever its files say: no way out of it, no two names that are one elsewhere.</summary>
internal static class PluginFolder
{
    // Where the files of a scheme stand; deeper folders are never read.
    private static readonly string[] Folders = ["", "rules", "cases"];

    internal static void Check(string folder, DiagnosticBag bag)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Folders.Select(f => new DirectoryInfo(Path.Combine(folder, f))).Where(d => d.Exists))
        {
            foreach (var entry in part.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                var name = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                var location = new Location(Path.Combine(folder, name));
                if (entry.LinkTarget is not null)
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
}
