using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>The schemes found in plugin folders: discovered, never registered. Immutable; safe on any thread.</summary>
/// <remarks>A broken plugin is no obstacle to the others; its diagnostics come when it is asked for.</remarks>
public sealed class SchemeCatalog
{
    private readonly ImmutableArray<SchemeDraft> _drafts;

    private SchemeCatalog(ImmutableArray<SchemeDraft> drafts, ImmutableArray<Diagnostic> diagnostics)
    {
        _drafts = drafts;
        Diagnostics = diagnostics;
    }

    /// <summary>What is wrong with plugins that could not be read.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Each scheme's id and version, in order.</summary>
    public IEnumerable<(string Id, NuGetVersion Version)> Available => _drafts.Select(d => (d.Id, d.Version));

    /// <summary>Reads every plugin directly under the given directories.</summary>
    /// <param name="directories">Directories whose subfolders are plugins; a plugin's own folder will do too.</param>
    public static SchemeCatalog Discover(params IEnumerable<string> directories)
    {
        var bag = new DiagnosticBag();
        var drafts = new List<SchemeDraft>();
        foreach (var folder in directories.SelectMany(d => PluginsIn(d, bag)))
        {
            var read = SchemeReader.Read(folder);
            bag.AddRange(read.Diagnostics);
            if (read.Value is not { } draft)
            {
                continue;
            }

            if (drafts.Find(d => d.Id == draft.Id && d.Version == draft.Version) is { } twin)
            {
                bag.Add(DiagnosticCatalog.DuplicateScheme, draft.Text.At(draft.Text.Root["id"]), draft.Id, $"{draft.Version}", twin.Folder, draft.Folder);
                continue;
            }

            drafts.Add(draft);
        }

        var ordered = drafts.OrderBy(d => d.Id, StringComparer.Ordinal).ThenByDescending(d => d.Version);
        return new SchemeCatalog([.. ordered], bag.ToImmutable());
    }

    /// <summary>The highest version in a range, with its upper schemes found and its indicators composed.</summary>
    /// <param name="id">The scheme's id.</param>
    /// <param name="range">The versions that will do; null for any.</param>
    /// <param name="askedAt">Where it is asked for; the id itself by default.</param>
    public Result<Scheme> Resolve(string id, SchemeRange? range = null, Location? askedAt = null)
    {
        var bag = new DiagnosticBag();
        var scheme = new Resolution(_drafts, bag).Find(id, range, askedAt ?? new Location(id), []);
        if (scheme is null)
        {
            // The scheme may be missing because its folder could not be read: that is then the news.
            bag.AddRange(Diagnostics);
        }

        return Result<Scheme>.From(bag, () => scheme!);
    }

    private static IEnumerable<string> PluginsIn(string directory, DiagnosticBag bag)
    {
        if (File.Exists(Path.Combine(directory, SchemeReader.FileName)))
        {
            return [directory];
        }

        if (!Directory.Exists(directory))
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, new Location(directory), directory);
            return [];
        }

        return Directory.EnumerateDirectories(directory)
            .Where(d => File.Exists(Path.Combine(d, SchemeReader.FileName)))
            .Order(StringComparer.Ordinal);
    }
}
