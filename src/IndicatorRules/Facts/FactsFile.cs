using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Facts as read from a file, with the place of every entry, so that what is wrong with them can be shown. Immutable.</summary>
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

    /// <summary>Facts that were built in code: diagnostics name them by year and id.</summary>
    public static FactsFile FromCode(PlaceFacts facts) => new(facts, "facts", []);

    /// <summary>Where an entry stands; the nearest outer entry where it has no place of its own.</summary>
    public Location At(FactPath path) =>
        _locate(path) ?? _locate(path with { Item = "" }) ?? _locate(new FactPath(path.Year)) ?? new Location(Name);

    /// <summary>The same file without some of its rows, which are then as if they had not been handed in.</summary>
    internal FactsFile Without(IReadOnlyCollection<FactPath> rows) => rows.Count == 0 ? this : new FactsFile(
        new PlaceFacts(
            Facts.Place,
            Facts.Years.Select(y => new YearFacts(y.Year, y.Indicators.Where(i => !rows.Contains(new FactPath(y.Year, i.Id)))) { Background = y.Background }))
        {
            Note = Facts.Note,
            Scheme = Facts.Scheme,
            Hash = Facts.Hash,
        },
        Name,
        _locate);
}
