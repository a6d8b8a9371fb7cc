using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with the items of every scheme that has it. Immutable once all have been taken.</summary>
internal sealed class KnownIndicator
{
    private readonly Dictionary<string, KnownFigure> _items = new(StringComparer.Ordinal);

    /// <param name="indicator">The indicator in the scheme that says its unit and states.</param>
    /// <param name="index">Its place among all that are known.</param>
    internal KnownIndicator(Indicator indicator, int index)
    {
        Index = index;
        Id = indicator.Id;
        Own = new KnownFigure(indicator.MeasuredIn ?? indicator.Unit, indicator.States);
    }

    internal int Index { get; }

    internal string Id { get; }

    internal KnownFigure Own { get; }

    internal IEnumerable<string> ItemIds => _items.Keys;

    internal KnownFigure? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>Adds the items of one scheme; of one that is there already, the first scheme says the unit and states.</summary>
    internal void Take(ImmutableArray<Item> items)
    {
        foreach (var item in items)
        {
            _items.TryAdd(item.Id, new KnownFigure(item.MeasuredIn ?? item.Unit, item.States));
        }
    }

    /// <summary>The item's id as one string for all facts; null when there is no such item.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;
}
