using System.Collections.Frozen;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Facts as read from a file, with the place of every entry, so that what is wrong with them can be shown. Immutable.</summary>
public sealed class FactsFile
{
    private readonly FrozenDictionary<FactPath, Location> _locations;

    internal FactsFile(PlaceFacts facts, string name, IEnumerable<KeyValuePair<FactPath, Location>> locations)
    {
        Facts = facts;
        Name = name;
        _locations = locations.ToFrozenDictionary();
    }

    /// <summary>What the file says.</summary>
    public PlaceFacts Facts { get; }

    /// <summary>The file, as the user knows it.</summary>
    public string Name { get; }

    /// <summary>Names the scheme that the file asks for.</summary>
    internal static FactPath SchemePath { get; } = new(0, "scheme", "scheme");

    /// <summary>Facts that were built in code: diagnostics name them by year and id.</summary>
    public static FactsFile FromCode(PlaceFacts facts) => new(facts, "facts", []);

    /// <summary>Where an entry stands; the nearest outer entry where it has no place of its own.</summary>
    public Location At(FactPath path) =>
        _locations.TryGetValue(path, out var exact) ? exact
        : _locations.TryGetValue(path with { Item = "" }, out var indicator) ? indicator
        : _locations.TryGetValue(new FactPath(path.Year), out var year) ? year
        : new Location(Name);
}
