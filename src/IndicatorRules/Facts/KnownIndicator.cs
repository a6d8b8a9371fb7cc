using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with its items in all schemes. Immutable once all schemes have been added.</summary>
internal sealed class KnownIndicator
{
    private const int LongestCell = 10_000;

    private static readonly char[] Separators = ['；', ';', '\n'];

    private readonly Dictionary<string, KnownFigure> _items = new(StringComparer.Ordinal);
    private readonly List<Item> _named = [];
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);

    /// <param name="indicator">The indicator in the scheme that decides its unit and states.</param>
    /// <param name="index">Its index among all known indicators.</param>
    internal KnownIndicator(Indicator indicator, int index)
    {
        Indicator = indicator;
        Index = index;
        Id = indicator.Id;
        Own = new KnownFigure(indicator);
    }

    /// <summary>The indicator in the scheme that decides its unit and states.</summary>
    internal Indicator Indicator { get; }

    internal int Index { get; }

    internal string Id { get; }

    internal KnownFigure Own { get; }

    /// <summary>All items that a text can mean, by id or name: one if it is clear.</summary>
    internal ImmutableArray<string> ItemsNamed(string text) =>
        _items.ContainsKey(text) ? [text] : ItemNaming.Find(text, Indicator.Name, _named);

    /// <summary>
    /// The items' figures in one cell, each behind the item's name, as reports print them: 秸秆综合利用率 92.87%；农膜回收率 80.42%.
    /// </summary>
    /// <param name="cell">The cell.</param>
    /// <param name="rest">The parts that name no item.</param>
    /// <returns>The figures by item; empty if no part names one, or two name the same.</returns>
    internal ImmutableArray<(string Item, string Text)> ItemsIn(string cell, out ImmutableArray<string> rest)
    {
        rest = [];
        if (_named.Count == 0 || cell.Length > LongestCell)
        {
            return [];
        }

        var parts = cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var read = parts.Select(p => (Part: p, Item: _named.Where(i => Begins(p, i.Name.Zh)).MaxBy(i => i.Name.Zh.Length))).ToList();
        var items = read.Where(r => r.Item is not null).ToList();
        if (items.DistinctBy(r => r.Item!.Id).Count() < items.Count)
        {
            return [];
        }

        rest = [.. read.Where(r => r.Item is null).Select(r => r.Part)];
        return [.. items.Select(r => (r.Item!.Id, r.Part[r.Item.Name.Zh.Length..].TrimStart(':', '：', ' ', '　')))];
    }

    // Something separates the name from the figure.
    private static bool Begins(string part, string name) =>
        part.Length > name.Length && part.StartsWith(name, StringComparison.Ordinal) && part[name.Length] is (' ' or '　' or ':' or '：');

    /// <summary>Reports an item that the indicator does not have, or a name that several have.</summary>
    internal void ReportItem(string text, Location at, DiagnosticBag bag) => ItemNaming.Report(text, Indicator, _named, at, bag);

    /// <summary>Whether the item has a rule of its own in a scheme, which may ask for the superior's task.</summary>
    internal bool IsJudged(string itemId) => _judged.Contains(itemId);

    /// <summary>Notes an item that has a rule of its own.</summary>
    internal void TakeJudged(string itemId) => _judged.Add(itemId);

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

    /// <summary>Notes the units of the scheme that the facts name, in which figures without a unit are.</summary>
    internal void WrittenFor(Indicator indicator)
    {
        Own.WrittenIn = Other(Own, indicator.MeasuredIn ?? indicator.Unit);
        foreach (var item in indicator.Items)
        {
            var figure = _items[item.Id];
            figure.WrittenIn = Other(figure, item.MeasuredIn ?? item.Unit);
        }

        static string? Other(KnownFigure figure, string unit) => UnitName.Same(unit, figure.Unit) ? null : unit;
    }

    /// <summary>The item's id as a shared string; null for any other id.</summary>
    internal string? ItemId(ReadOnlySpan<char> id) =>
        _items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var known, out _) ? known : null;
}
