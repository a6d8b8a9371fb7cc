using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Facts;

/// <summary>An indicator that facts may name, with its items in all schemes. Immutable once all schemes have been added.</summary>
internal sealed class KnownIndicator
{
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
