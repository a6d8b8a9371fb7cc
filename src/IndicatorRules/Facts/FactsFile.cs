using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Facts;

/// <summary>Facts as read from a file, with the place of every entry, so that what is wrong with them can be shown. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class FactsFile
{
    private const string BackgroundMark = "#background";

    private readonly Func<FactPath, Location?> _locate;

    internal FactsFile(PlaceFacts facts, string name, IEnumerable<KeyValuePair<FactPath, Location>> locations)
    {
        var known = new Dictionary<FactPath, Location>(locations);
        (Facts, Name) = (facts, name);
        _locate = path => known.TryGetValue(path, out var location) ? location : null;
    }

    /// <param name="facts">What the file says.</param>
    /// <param name="name">The file, as the user knows it.</param>
    /// <param name="locate">Finds an entry when something is wrong with it; null where it has no place of its own.</param>
    internal FactsFile(PlaceFacts facts, string name, Func<FactPath, Location?> locate) => (Facts, Name, _locate) = (facts, name, locate);

    /// <summary>What the file says.</summary>
    public PlaceFacts Facts { get; }

    /// <summary>The file, as the user knows it.</summary>
    public string Name { get; }

    /// <summary>Names the scheme that the file asks for.</summary>
    internal static FactPath SchemePath { get; } = new(0, "scheme", "scheme");

    /// <summary>Names a background figure. No indicator's id has such a sign.</summary>
    internal static FactPath BackgroundPath(int year, string id) => new(year, BackgroundMark, id);

    internal static bool IsBackground(FactPath path) => path.Indicator == BackgroundMark;

    /// <summary>Facts that were built in code: diagnostics name them by year and id, as <c>facts 2022 forest-grass-cover</c>.</summary>
    public static FactsFile FromCode(PlaceFacts facts) => Create(facts, "facts");

    /// <summary>Facts of any other source, which are validated as files are.</summary>
    /// <param name="facts">What the source says.</param>
    /// <param name="name">The source, as the user knows it.</param>
    /// <param name="locate">
    /// Finds an entry when something is wrong with it: the row of a database, the field of a form. Null where it has no place of its own;
    /// the next outer entry is asked for then, and named by year and id in the end.
    /// </param>
    public static FactsFile Create(PlaceFacts facts, string name, Func<FactPath, Location?>? locate = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(name);
        return new FactsFile(facts, name, locate ?? (_ => null)) { IsBuilt = true };
    }

    /// <summary>The entries that were read and cannot be judged, each with the error that its reader told.</summary>
    internal ImmutableDictionary<FactPath, Diagnostic> Faults { get; init; } = ImmutableDictionary<FactPath, Diagnostic>.Empty;

    /// <summary>Whether the facts passed no reader that holds them to what a file may say.</summary>
    internal bool IsBuilt { get; private init; }

    /// <summary>Where an entry stands; the nearest outer entry where it has no place of its own.</summary>
    public Location At(FactPath path) =>
        _locate(path) ?? _locate(path with { Item = "" }) ?? _locate(new FactPath(path.Year)) ?? new Location(IsBuilt ? Name + Words(path) : Name);

    // 2022 farm-waste Straw
    private static string Words(FactPath path) => string.Concat(
        new[] { path.Year == 0 ? "" : $"{path.Year}", IsBackground(path) ? "" : path.Indicator, path.Item }
            .Where(w => !string.IsNullOrEmpty(w)).Distinct().Select(w => $" {w}"));

    /// <summary>The same file, of which no row is to be judged.</summary>
    internal FactsFile Refused(Diagnostic why) =>
        new(Facts, Name, _locate) { IsBuilt = IsBuilt, Faults = Faults.SetItem(RowFaults.WholePlace, why) };

    /// <summary>The same file without some of its rows, which are then as if they had not been handed in.</summary>
    internal FactsFile Without(IReadOnlyCollection<FactPath> rows) => rows.Count == 0 ? this : new FactsFile(
        new PlaceFacts(
            Facts.Place,
            Facts.Years.Select(y => new YearFacts(y.Year, y.Indicators.Where(i => !rows.Contains(new FactPath(y.Year, i.Id))))
            {
                Background = [.. y.Background.Where(b => !rows.Contains(BackgroundPath(y.Year, b.Id)))],
            }))
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
}
