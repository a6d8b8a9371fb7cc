using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary>One plugin folder in a host of its own, with the other plugins for its upper schemes.</summary>
internal sealed class PluginUnderTest : IDisposable
{
    private PluginUnderTest(string folder, SchemeHost host, SchemeReview? review, ImmutableArray<Diagnostic> diagnostics)
    {
        Folder = folder;
        Host = host;
        Review = review;
        Diagnostics = diagnostics;
    }

    internal string Folder { get; }

    internal SchemeHost Host { get; }

    /// <summary>The compiled scheme; null if it has errors.</summary>
    internal SchemeReview? Review { get; }

    internal Scheme? Scheme => Review?.Scheme;

    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Opens a plugin and compiles its scheme.</summary>
    /// <param name="session">The run, which opens the extensions of this plugin too.</param>
    /// <param name="plugin">The plugin's folder, or its <c>scheme.json</c>.</param>
    internal static PluginUnderTest Open(Session session, string plugin)
    {
        var folder = Path.GetFileName(plugin) == PluginFolder.SchemeFile && File.Exists(plugin)
            ? Path.GetDirectoryName(Path.GetFullPath(plugin))!
            : plugin;
        session.OpenExtensions([folder, .. session.PluginDirectories]);
        if (!File.Exists(Path.Combine(folder, PluginFolder.SchemeFile)))
        {
            return new(folder, session.OpenHost([]), null, [new Diagnostic(DiagnosticCatalog.NoScheme, new Location(folder), [folder])]);
        }

        var own = SchemeCatalog.Discover(folder);
        if (!own.Available.Any())
        {
            return new(folder, session.OpenHost([]), null, own.Diagnostics);
        }

        var (id, version) = own.Available.First();
        var full = Path.GetFullPath(folder);
        // A plugin directory may contain the same folder or a copy of it; the named one takes precedence.
        var others = session.PluginDirectories.Where(Directory.Exists).SelectMany(PluginFolder.In)
            .Where(d => Path.GetFullPath(d) != full && !Holds(d, id, version));
        var host = session.OpenHost([folder, .. others.Order(StringComparer.Ordinal)]);
        var result = host.ValidateScheme($"{id}@{version}", session.CancellationToken);
        return new(folder, host, result.Value, [.. own.Diagnostics.Concat(result.Diagnostics).Distinct()]);
    }

    /// <summary>Whether a plugin folder has that version of that scheme.</summary>
    internal static bool Holds(string folder, string id, SchemeVersion version) =>
        SchemeCatalog.Discover(folder).Available.Any(a => a.Id == id && a.Version == version);

    public void Dispose() => Host.Dispose();
}
