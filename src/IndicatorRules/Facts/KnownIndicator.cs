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
        Own = new KnownFigure(indicator);
    }

    internal int Index { get; }

    internal string Id { get; }

    internal KnownFigure Own { get; }

    internal IEnumerable<string> ItemIds => _items.Keys;

    internal KnownFigure? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>Adds the items of one scheme; of one that is there already, the first scheme says the unit and states.</summary>
    internal void Take(Indicator indicator)
    {
        foreach (var item in indicator.Items)
        {
            if (!_items.ContainsKey(item.Id))
            {
                _items.Add(item.Id, new KnownFigure(indicator, item));
            }
        }
    }

    /// <summary>The item's id as one string for all facts; null when there is no such item.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;
}
