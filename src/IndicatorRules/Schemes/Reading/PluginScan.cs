using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Reading;

/// <summary>What stands in the plugin directories. Immutable.</summary>
/// <param name="Plugins">Each plugin, by directory as given, then by folder name.</param>
/// <param name="Diagnostics">What is wrong with the directories themselves.</param>
internal sealed record PluginScan(ImmutableArray<PluginRead> Plugins, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads everything.</summary>
    internal static PluginScan Run(IEnumerable<string> directories) => Run(directories, PluginRead.Now);

    /// <summary>Reads the plugins in folders that were found, with what was wrong when they were looked for.</summary>
    internal static PluginScan Read(List<string> folders, DiagnosticBag bag) => Read(folders, bag, PluginRead.Now);

    /// <summary>The scan of folders whose schemes are known without reading them; the next scan reads them.</summary>
    internal static PluginScan Unread(IReadOnlyList<string> folders) => new([.. folders.Select(PluginRead.Unread)], []);

    /// <summary>The plugins of directories, each once, by directory as given, then by folder name.</summary>
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

    /// <summary>Reads what changed since; the same object again where nothing did.</summary>
    /// <remarks>A folder counts as gone only when whoever holds it can be looked at and it is not there.</remarks>
    internal PluginScan Again(IEnumerable<string> directories)
    {
        var known = Plugins.ToDictionary(p => p.Folder, StringComparer.Ordinal);
        var next = Run(directories, folder => PluginRead.Steady(folder, known.GetValueOrDefault(folder)));
        foreach (var found in next.Plugins)
        {
            known.Remove(found.Folder);
        }

        next = next with { Plugins = [.. next.Plugins, .. Plugins.Where(p => known.ContainsKey(p.Folder)).Select(PluginRead.Lost).OfType<PluginRead>()] };
        return next.IsSame(this) ? this : next;
    }

    private bool IsSame(PluginScan other) => Diagnostics.SequenceEqual(other.Diagnostics)
        && Plugins.Length == other.Plugins.Length && Plugins.Zip(other.Plugins).All(pair => ReferenceEquals(pair.First, pair.Second));

    private static PluginScan Run(IEnumerable<string> directories, Func<string, PluginRead> read)
    {
        var bag = new DiagnosticBag();
        return Read(Folders(directories, bag), bag, read);
    }

    private static PluginScan Read(List<string> folders, DiagnosticBag bag, Func<string, PluginRead> read)
    {
        // Side by side: most of the time goes into parsing, and the first reading of a process into loading code. The caller reads
        // whatever no thread of the pool has begun, so that a pool without a free thread delays nothing.
        var readings = folders.ConvertAll(f => new Lazy<PluginRead>(() => read(f)));
        foreach (var reading in readings.Skip(1))
        {
            _ = Task.Run(() => Begin(reading));
        }

        return new([.. readings.Select(r => r.Value)], bag.ToImmutable());
    }

    // What it throws is thrown to the caller too.
    private static void Begin(Lazy<PluginRead> reading)
    {
        try
        {
            _ = reading.Value;
        }
        catch (Exception)
        {
            // Kept by the reading.
        }
    }

    private static List<string> PluginsIn(string directory, DiagnosticBag bag)
    {
        try
        {
            // An empty name would stand for the folder that the process happens to run in.
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
