using IndicatorRules.Packaging.Manifests;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Packaging.Packing;

/// <summary>Reads a plugin's folder.</summary>
internal static class PluginFiles
{
    // Installed with the plugin's files, and recreated when the plugin is packed again.
    private static readonly string[] Own = [PackageManifest.FileName, Signing.PackageSignature.FileName];

    /// <summary>Reads the plugin's files, ordered by path (ordinal). Warns of other files; links and special files are errors.</summary>
    internal static List<PackageFile> Read(string folder, DiagnosticBag bag)
    {
        var files = new List<PackageFile>();
        Collect(new DirectoryInfo(folder), "", files, bag);
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    private static void Collect(DirectoryInfo folder, string prefix, List<PackageFile> files, DiagnosticBag bag)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = prefix + entry.Name;
            if (PlainFile.IsHidden(entry.Name) || Own.Contains(path))
            {
                continue;
            }

            if (entry.LinkTarget is not null)
            {
                bag.Add(DiagnosticCatalog.PluginLink, new Location(entry.FullName), path);
            }
            else if (PlainFile.IsSpecial(entry.FullName))
            {
                bag.Add(DiagnosticCatalog.NotPlainFile, new Location(entry.FullName), path);
            }
            else if (entry is DirectoryInfo inner
                && (path is "rules" or "cases" or "facts" or "extensions" || path.StartsWith("extensions/", StringComparison.Ordinal)))
            {
                Collect(inner, path + "/", files, bag);
            }
            else if (entry is FileInfo && PluginPath.Belongs(path))
            {
                files.Add(new PackageFile(path, [.. PlainFile.Read(entry.FullName, PackageCaps.FileBytes)]));
            }
            else
            {
                bag.Add(DiagnosticCatalog.PackageLeftOut, new Location(entry.FullName), path);
            }
        }
    }
}
