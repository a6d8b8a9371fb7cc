using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The plugins found in the plugin directories. Immutable.</summary>
/// <param name="Plugins">The plugins, in the order of the directories, then by folder name.</param>
/// <param name="Diagnostics">The diagnostics of the directories themselves.</param>
internal sealed record PluginScan(ImmutableArray<PluginRead> Plugins, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads all plugins.</summary>
    internal static PluginScan Run(IEnumerable<string> directories) => Run(directories, PluginRead.Now);

    /// <summary>Reads the plugins in folders already found, with the diagnostics of finding them.</summary>
    internal static PluginScan Read(List<string> folders, DiagnosticBag bag) => Read(folders, bag, PluginRead.Now);

    /// <summary>A scan of folders whose schemes are known from the store. The next scan reads them.</summary>
    internal static PluginScan Unread(IReadOnlyList<string> folders) => new([.. folders.Select(PluginRead.Unread)], []);

    /// <summary>The plugin folders of directories, each once, in the order of the directories, then by name.</summary>
    internal static List<string> Folders(IEnumerable<string> directories, DiagnosticBag bag)
    {
        var (folders, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var directory in directories)
        {
            folders.AddRange(PluginsIn(directory, bag));
        }

        folders.RemoveAll(folder => !seen.Add(Path.GetFullPath(folder)));
        return folders;
    }

    /// <summary>Reads changed plugins. Returns this object if nothing has changed.</summary>
    /// <remarks>A folder counts as deleted only if its parent can be read and does not contain it.</remarks>
    internal PluginScan Again(IEnumerable<string> directories)
    {
        var known = Plugins.ToDictionary(p => p.Folder, StringComparer.Ordinal);
        var next = Run(directories, folder => PluginRead.Steady(folder, known.GetValueOrDefault(folder)));
        foreach (var found in next.Plugins)
        {
            known.Remove(found.Folder);
        }

        var lost = Plugins.Where(p => known.ContainsKey(p.Folder)).Select(PluginRead.Lost).OfType<PluginRead>();
        next = next with { Plugins = [.. next.Plugins, .. lost] };
        return next.IsSame(this) ? this : next;
    }

    private bool IsSame(PluginScan other) => Diagnostics.SequenceEqual(other.Diagnostics)
        && Plugins.Length == other.Plugins.Length && Plugins.Zip(other.Plugins).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static PluginScan Run(IEnumerable<string> directories, Func<string, PluginRead> read)
    {
        var bag = new DiagnosticBag();
        return Read(Folders(directories, bag), bag, read);
    }

    private static PluginScan Read(List<string> folders, DiagnosticBag bag, Func<string, PluginRead> read) =>
        new([.. folders.Select(read)], bag.ToImmutable());

    private static IReadOnlyList<string> PluginsIn(string directory, DiagnosticBag bag)
    {
        try
        {
            // An empty path would mean the current directory.
            ArgumentException.ThrowIfNullOrWhiteSpace(directory);
            return PluginFolder.In(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(directory), directory);
            return [];
        }
    }
}
