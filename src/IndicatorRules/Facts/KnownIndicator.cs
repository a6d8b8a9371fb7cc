using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with the items of every scheme that has it. Immutable once all have been taken.</summary>
internal sealed class KnownIndicator
{
    // Longer lists are left to `show`.
    private const int MostNamed = 12;

    private readonly Dictionary<string, KnownFigure> _items = new(StringComparer.Ordinal);
    private readonly List<Item> _named = [];
    private readonly LocalizedText _name;
    private readonly string _number;

    /// <param name="indicator">The indicator in the scheme that says its unit and states.</param>
    /// <param name="index">Its place among all that are known.</param>
    internal KnownIndicator(Indicator indicator, int index)
    {
        (_name, _number) = (indicator.Name, indicator.Number.ToString(CultureInfo.InvariantCulture));
        Index = index;
        Id = indicator.Id;
        Own = new KnownFigure(indicator);
    }

    internal int Index { get; }

    internal string Id { get; }

    internal KnownFigure Own { get; }

    /// <summary>What may stand as an item: `Straw`（秸秆）.</summary>
    internal LocalizedText ItemNames => _named.Count == 0
        ? new("这一项没有分项：“分项”一栏留空。", "The row has no items: leave the field out.")
        : new(
            $"这一项的分项有：{string.Join('、', _named.Take(MostNamed).Select(i => $"`{i.Id}`（{i.Name.Zh}）"))}{(_named.Count > MostNamed ? "等" : "")}。",
            $"Its items: {string.Join(", ", _named.Take(MostNamed).Select(i => $"`{i.Id}`"))}{(_named.Count > MostNamed ? " and more" : "")}.");

    /// <summary>Whether people call it so: by its name, or by its printed number.</summary>
    internal bool IsCalled(string text, string number) => text == _name.Zh || text == _name.En || number == _number;

    /// <summary>The item that was most likely meant: by its name, or by a slip of the pen.</summary>
    internal string? GuessItem(string text, DiagnosticBag bag) =>
        _named.Find(i => text == i.Name.Zh || text == i.Name.En)?.Id
        ?? (text.Length > 1 ? _named.Find(i => i.Name.Zh.StartsWith(text, StringComparison.Ordinal)) : null)?.Id
        ?? bag.Guess(text, _items.Keys);

    internal KnownFigure? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>Adds the items of one scheme; of one that is there already, the first scheme says the unit and states.</summary>
    internal void Take(Indicator indicator)
    {
        foreach (var item in indicator.Items)
        {
            if (!_items.ContainsKey(item.Id))
            {
                _items.Add(item.Id, new KnownFigure(indicator, item));
                _named.Add(item);
            }
        }
    }

    /// <summary>The item's id as one string for all facts; null when there is no such item.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;
}
