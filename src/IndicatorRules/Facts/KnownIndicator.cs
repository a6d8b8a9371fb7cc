using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with the items of every scheme that has it. Immutable.</summary>
internal sealed class KnownIndicator
{
    private readonly Dictionary<string, KnownFigure> _items = new(StringComparer.Ordinal);

    /// <param name="indicators">The indicator in each scheme; the first says its unit and states.</param>
    /// <param name="index">Its place among all that are known.</param>
    internal KnownIndicator(IReadOnlyList<Indicator> indicators, int index)
    {
        Index = index;
        Id = indicators[0].Id;
        Own = new KnownFigure(indicators[0].MeasuredIn ?? indicators[0].Unit, indicators[0].States);
        foreach (var item in indicators.SelectMany(i => i.Items))
        {
            _items.TryAdd(item.Id, new KnownFigure(item.MeasuredIn ?? item.Unit, item.States));
        }
    }

    internal int Index { get; }

    internal string Id { get; }

    internal KnownFigure Own { get; }

    internal IEnumerable<string> ItemIds => _items.Keys;

    internal KnownFigure? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>The item's id as one string for all facts; null when there is no such item.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;
}
