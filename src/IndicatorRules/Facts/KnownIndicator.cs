using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with its items in all schemes. Immutable once all schemes have been added.</summary>
internal sealed class KnownIndicator
{
    // `show` lists longer ones.
    private const int MostNamed = 12;

    private readonly Dictionary<string, KnownFigure> _items = new(StringComparer.Ordinal);
    private readonly List<Item> _named = [];
    private readonly LocalizedText _name;
    private readonly string _number;

    /// <param name="indicator">The indicator in the scheme that decides its unit and states.</param>
    /// <param name="index">Its index among all known indicators.</param>
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

    /// <summary>The valid items: `Straw`（秸秆）.</summary>
    internal LocalizedText ItemNames => _named.Count == 0
        ? new("这一项没有分项：“分项”一栏留空。", "The row has no items: leave the field out.")
        : new(
            $"这一项的分项有：{Listed("、", i => $"`{i.Id}`（{i.Name.Zh}）", "等")}。",
            $"Its items: {Listed(", ", i => $"`{i.Id}`", " and more")}.");

    /// <summary>Whether the text is its name or its printed number.</summary>
    internal bool IsCalled(string text, string number) => text == _name.Zh || text == _name.En || number == _number;

    /// <summary>The most likely item for a text: by name, or by spelling.</summary>
    internal string? GuessItem(string text, DiagnosticBag bag) =>
        _named.Find(i => text == i.Name.Zh || text == i.Name.En)?.Id
        ?? (text.Length > 1 ? _named.Find(i => i.Name.Zh.StartsWith(text, StringComparison.Ordinal)) : null)?.Id
        ?? bag.Guess(text, _items.Keys);

    internal KnownFigure? Item(string id) => _items.GetValueOrDefault(id);

    /// <summary>Adds the items of one scheme; the first scheme with an item decides its unit and states.</summary>
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

    /// <summary>The item's id as a shared string; null for any other id.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;

    private string Listed(string separator, Func<Item, string> shown, string more) =>
        string.Join(separator, _named.Take(MostNamed).Select(shown)) + (_named.Count > MostNamed ? more : "");
}
