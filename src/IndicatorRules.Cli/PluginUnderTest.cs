using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;
using NuGet.Versioning;

namespace IndicatorRules.Cli;

/// <summary>One plugin folder, with its upper schemes found beside it or among the known plugins.</summary>
internal sealed class PluginUnderTest : IDisposable
{
    private PluginUnderTest(SchemeHost host, SchemeReview? review, ImmutableArray<Diagnostic> diagnostics)
    {
        Host = host;
        Review = review;
        Diagnostics = diagnostics;
    }

    internal SchemeHost Host { get; }

    /// <summary>The scheme, compiled; null when something is wrong with it.</summary>
    internal SchemeReview? Review { get; }

    internal Scheme? Scheme => Review?.Scheme;

    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    internal static PluginUnderTest Open(
        string folder, string[] pluginDirectories, Func<IReadOnlyList<string>, SchemeHost> open, CancellationToken cancellationToken)
    {
        if (!File.Exists(Path.Combine(folder, "scheme.json")))
        {
            return new(open([]), null, [new Diagnostic(DiagnosticCatalog.NoScheme, new Location(folder), [folder])]);
        }

        var own = SchemeCatalog.Discover(folder);
        if (!own.Available.Any())
        {
            return new(open([]), null, own.Diagnostics);
        }

        var (id, version) = own.Available.First();
        var full = Path.GetFullPath(folder);
        // The same folder, or a copy of it, may also stand under a plugin directory; the one that is named is the one meant.
        var others = pluginDirectories.Where(Directory.Exists).SelectMany(PluginFolder.In)
            .Where(d => Path.GetFullPath(d) != full && !Holds(d, id, version));
        var host = open([folder, .. others.Order(StringComparer.Ordinal)]);
        var result = host.ValidateScheme($"{id}@{version}", cancellationToken);
        return new(host, result.Value, [.. own.Diagnostics.Concat(result.Diagnostics).Distinct()]);
    }

    /// <summary>The folder of a plugin, which may be named by the scheme's file in it.</summary>
    internal static string FolderOf(string plugin) =>
        Path.GetFileName(plugin) == PluginFolder.SchemeFile && File.Exists(plugin) ? Path.GetDirectoryName(Path.GetFullPath(plugin))! : plugin;

    /// <summary>Whether a plugin folder holds that version of that scheme.</summary>
    internal static bool Holds(string folder, string id, NuGetVersion version) =>
        SchemeCatalog.Discover(folder).Available.Any(a => a.Id == id && a.Version == version);

    public void Dispose() => Host.Dispose();
}
