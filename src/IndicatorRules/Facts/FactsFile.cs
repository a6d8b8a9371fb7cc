using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Facts;

/// <summary>Facts from a file or another source, with the location of every entry for diagnostics. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class FactsFile
{
    private const string BackgroundMark = "#background";

    private const string AdjustmentMark = "#adjustment";

    private readonly Func<FactPath, Location?> _locate;

    internal FactsFile(PlaceFacts facts, string name, IEnumerable<KeyValuePair<FactPath, Location>> locations)
    {
        var known = new Dictionary<FactPath, Location>(locations);
        (Facts, Name) = (facts, name);
        _locate = path => known.TryGetValue(path, out var location) ? location : null;
    }

    /// <param name="facts">The facts.</param>
    /// <param name="name">The file's name for the user.</param>
    /// <param name="locate">Returns the location of an entry; null when it has none of its own.</param>
    internal FactsFile(PlaceFacts facts, string name, Func<FactPath, Location?> locate) => (Facts, Name, _locate) = (facts, name, locate);

    /// <summary>The facts.</summary>
    public PlaceFacts Facts { get; }

    /// <summary>The file's name for the user.</summary>
    public string Name { get; }

    /// <summary>The path of the scheme that the file names.</summary>
    internal static FactPath SchemePath { get; } = new(0, "scheme", "scheme");

    /// <summary>The path of a background figure, with a mark that no indicator's id contains.</summary>
    internal static FactPath BackgroundPath(int year, string id) => new(year, BackgroundMark, id);

    /// <summary>The path of an adjustment, with a mark that no indicator's id contains.</summary>
    internal static FactPath AdjustmentPath(int year, string id) => new(year, AdjustmentMark, id);

    internal static bool IsBackground(FactPath path) => path.Indicator == BackgroundMark;

    /// <summary>Facts that were built in code: diagnostics locate them by year and id, as <c>facts 2022 forest-grass-cover</c>.</summary>
    public static FactsFile FromCode(PlaceFacts facts) => Create(facts, "facts");

    /// <summary>Facts from any other source; they are validated as files are.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="name">The source's name for the user.</param>
    /// <param name="locate">
    /// Returns the location of an entry, such as a database row or the field of a form; null when the entry has none of its own. Then it is
    /// called for the enclosing entry, and as a last resort diagnostics locate the entry by year and id.
    /// </param>
    /// <example><code>
    /// // Diagnostics are at the row of a database: figures(17,0).
    /// var file = FactsFile.Create(facts, "figures", path => rowOf.TryGetValue(path, out var row) ? new Location("figures", row) : null);
    /// </code></example>
    public static FactsFile Create(PlaceFacts facts, string name, Func<FactPath, Location?>? locate = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(name);
        return new FactsFile(facts, name, locate ?? (_ => null)) { IsBuilt = true };
    }

    /// <summary>The entries that were read but cannot be judged, each with the error that its reader reported.</summary>
    internal IReadOnlyDictionary<FactPath, Diagnostic> Faults { get; init; } = RowFaults.None;

    /// <summary>The kinds of entries that may occur beside others of the same thing; all others are in columns.</summary>
    internal IReadOnlyDictionary<FactPath, EntryOrigin> Origins { get; init; } = new Dictionary<FactPath, EntryOrigin>();

    /// <summary>What a case removes and the file does not call so, by year, with its location.</summary>
    internal IReadOnlyList<(int Year, string Entry, Location At)> Removals { get; init; } = [];

    /// <summary>Whether the facts come from code, so that they must be validated like a file.</summary>
    internal bool IsBuilt { get; private init; }

    /// <summary>The location of an entry, or of the nearest enclosing entry that has one.</summary>
    public Location At(FactPath path)
    {
        if (path.Indicator is { } id && ItemRow.Split(id) is var (row, item))
        {
            return At(path with { Indicator = row, Item = item });
        }

        var at = _locate(path) ?? _locate(path with { Item = "" }) ?? _locate(new FactPath(path.Year))
            ?? new Location(IsBuilt ? Name + Words(path) : Name);
        return at with { Entry = EntryPath.Of(path) };
    }

    // 2022 farm-waste Straw
    private static string Words(FactPath path) => string.Concat(
        new[] { path.Year == 0 ? "" : $"{path.Year}", path.Indicator?.StartsWith('#') == true ? "" : path.Indicator, path.Item }
            .Where(w => !string.IsNullOrEmpty(w)).Distinct().Select(w => $" {w}"));

    /// <summary>The same file with an error because of which no row is judged.</summary>
    internal FactsFile Refused(Diagnostic why) =>
        new(Facts, Name, _locate)
        {
            IsBuilt = IsBuilt,
            Origins = Origins,
            Removals = Removals,
            Faults = new Dictionary<FactPath, Diagnostic>(Faults) { [RowFaults.WholePlace] = why },
        };

    /// <summary>The same file with its entries under other ids.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="written">The path of an entry as the file calls it.</param>
    internal FactsFile Called(PlaceFacts facts, Func<FactPath, FactPath> written) =>
        new(facts, Name, path => _locate(written(path))) { IsBuilt = IsBuilt, Faults = Faults };

    /// <summary>The same file with another value for one entry, which is no longer the file's own.</summary>
    internal FactsFile Changed(PlaceFacts facts, FactPath changed, Location at) =>
        new(facts, Name, path => path == changed ? at : _locate(path)) { IsBuilt = IsBuilt, Faults = Faults };

    /// <summary>The same file without some rows, as if they had not been handed in.</summary>
    internal FactsFile Without(IReadOnlyCollection<FactPath> rows) => rows.Count == 0 ? this : new FactsFile(
        new PlaceFacts(Facts.Place, Facts.Years.Select(year => rows.Any(r => r.Year == year.Year) ? Without(rows, year) : year))
        {
            Note = Facts.Note,
            Scheme = Facts.Scheme,
            Hash = Facts.Hash,
        },
        Name,
        _locate)
    {
        IsBuilt = IsBuilt,
        Faults = Faults,
    };

    private static YearFacts Without(IReadOnlyCollection<FactPath> rows, YearFacts year) =>
        new(year.Year, year.Indicators.RemoveAll(i => rows.Contains(new FactPath(year.Year, i.Id))))
        {
            Background = year.Background.RemoveAll(b => rows.Contains(BackgroundPath(year.Year, b.Id))),
            Adjustments = year.Adjustments,
        };
}

/// <summary>The address of one entry in a facts file. Immutable.</summary>
/// <param name="Year">The year; 0 for the place.</param>
/// <param name="Indicator">The id of the indicator or place attribute; empty for the year or place as a whole.</param>
/// <param name="Item">The item's id; empty for the indicator itself.</param>
public readonly record struct FactPath(int Year, string Indicator = "", string Item = "");
