using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The plugins among the files that a project lists for its build. Immutable.</summary>
internal sealed class ShippedPlugins
{
    private readonly ImmutableArray<string> _files;
    private readonly ImmutableArray<string> _folders;

    private ShippedPlugins(ImmutableArray<string> files, ImmutableArray<string> folders) => (_files, _folders) = (files, folders);

    /// <summary>
    /// Finds the plugins: the folders of all scheme.json. Files in none of them are ignored, so that a project may list a whole directory.
    /// </summary>
    /// <param name="files">Full paths.</param>
    /// <param name="bag">Gets an error for a list without a plugin, and for two of one name.</param>
    internal static ShippedPlugins Of(IReadOnlyList<string> files, DiagnosticBag bag)
    {
        var folders = files.Where(f => Path.GetFileName(f) == SchemeReader.FileName).Select(f => Path.GetDirectoryName(f)!)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        // A scheme.json within a plugin is a file of it.
        folders = [.. folders.Where(f => !folders.Any(other => IsIn(f, other)))];
        if (folders.IsEmpty)
        {
            bag.Add(DiagnosticCatalog.ShippedNone, new Location(files.Count > 0 ? files[0] : "IndicatorRulesPlugin"));
        }

        // Names that differ in case alone are one folder on some systems.
        foreach (var same in folders.GroupBy(f => Path.GetFileName(f), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            foreach (var folder in same.Skip(1))
            {
                bag.Add(DiagnosticCatalog.ShippedTwice, new Location(Path.Combine(folder, SchemeReader.FileName)), same.Key, same.First());
            }
        }

        return new([.. files.Distinct(StringComparer.Ordinal).Where(f => folders.Any(folder => IsIn(f, folder)))], folders);
    }

    /// <summary>Copies every plugin into a folder of its own name in a directory.</summary>
    internal void CopyTo(string directory)
    {
        foreach (var folder in _folders)
        {
            foreach (var file in _files.Where(f => IsIn(f, folder)))
            {
                var target = Path.Combine(directory, Path.GetFileName(folder), Path.GetRelativePath(folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                using var from = PlainFile.Open(file);
                using var to = AtomicFile.Begin(target);
                from.CopyTo(to.Stream);
                to.Commit();
            }
        }
    }

    /// <summary>A diagnostic of a copy, at the file that was copied.</summary>
    internal Diagnostic AtSource(Diagnostic diagnostic, string directory)
    {
        foreach (var folder in _folders)
        {
            var copy = Path.Combine(directory, Path.GetFileName(folder));
            if (diagnostic.Location.File == copy || IsIn(diagnostic.Location.File, copy))
            {
                var file = Path.Join(folder, diagnostic.Location.File[copy.Length..]);
                return diagnostic with { Location = diagnostic.Location with { File = file } };
            }
        }

        return diagnostic;
    }

    private static bool IsIn(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal)
        && (path[folder.Length] == Path.DirectorySeparatorChar || path[folder.Length] == Path.AltDirectorySeparatorChar);
}
