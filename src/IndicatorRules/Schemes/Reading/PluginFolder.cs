using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Finds plugins and validates their folders: no links, and no names that are the same file on some systems.</summary>
internal static class PluginFolder
{
    // The folders that are read; deeper ones are not.
    private static readonly string[] Folders = ["", "rules", "cases"];

    /// <summary>The plugins in a directory, ordered by name; or the directory itself if it is a plugin.</summary>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    internal static List<string> In(string directory)
    {
        if (directory.Length == 0)
        {
            throw new DirectoryNotFoundException();
        }

        if (HoldsScheme(directory))
        {
            return [directory];
        }

        var plugins = new List<string>(Directory.GetDirectories(directory));
        plugins.RemoveAll(d => ListedFiles.IsHidden(Path.GetFileName(d.AsSpan())) || !HoldsScheme(d));
        plugins.Sort(StringComparer.Ordinal);
        return plugins;
    }

    internal static void Validate(string folder, DiagnosticBag bag)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Folders)
        {
            var within = Path.Combine(folder, part);
            foreach (var entry in Entries(within, part, bag))
            {
                if (ListedFiles.IsHidden(Path.GetFileName(entry.AsSpan())))
                {
                    continue;
                }

                var name = part.Length == 0 ? Path.GetFileName(entry) : $"{part}/{Path.GetFileName(entry)}";
                Validate(entry, name, new Location(Path.Combine(folder, name)), seen, bag);
            }

            if (seen.Count > PluginCaps.Files)
            {
                bag.Add(DiagnosticCatalog.FolderTooFull, new Location(folder), folder, $"{PluginCaps.Files}");
                return;
            }
        }
    }

    private static void Validate(string entry, string name, Location location, Dictionary<string, string> seen, DiagnosticBag bag)
    {
        if (new FileInfo(entry).LinkTarget is not null)
        {
            bag.Add(DiagnosticCatalog.PluginLink, location, name);
        }
        else if (PlainFile.IsSpecial(entry))
        {
            bag.Add(DiagnosticCatalog.NotPlainFile, location, name);
        }

        if (PlainName.IsReserved(Path.GetFileName(entry)))
        {
            bag.Add(DiagnosticCatalog.DeviceNamed, location, name);
        }

        if (!seen.TryAdd(name, name))
        {
            bag.Add(DiagnosticCatalog.PluginCaseClash, location, seen[name], name);
        }
    }

    private static string[] Entries(string within, string part, DiagnosticBag bag)
    {
        try
        {
            // One more than allowed, to detect an excess.
            string[] entries = [.. Directory.EnumerateFileSystemEntries(within).Take(PluginCaps.Files + 1)];
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (DirectoryNotFoundException) when (part.Length > 0)
        {
            return [];
        }
        catch (IOException) when (part.Length > 0 && File.Exists(within))
        {
            // A file with the name of a folder is ignored.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.FolderNotReadable, new Location(within), within);
            return [];
        }
    }

    private static bool HoldsScheme(string folder) => File.Exists(Path.Combine(folder, SchemeReader.FileName));
}
