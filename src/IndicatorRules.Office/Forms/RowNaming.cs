using System.Buffers;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Naming;

namespace IndicatorRules.Office.Forms;

/// <summary>Which indicator or item a row of a form is about. Not thread-safe.</summary>
internal sealed class RowNaming(Scheme scheme)
{
    private static readonly Location Nowhere = new("");
    private static readonly SearchValues<char> Ends = SearchValues.Create("≥＞>=：:");

    private readonly NameIndex _names = NameIndex.Of(scheme);

    /// <summary>The indicator that a number or name means; null if none or several.</summary>
    internal Indicator? Find(string text) => _names.Find(text, Nowhere).Value;

    /// <summary>The indicator of a printed name, possibly with the names of its items below.</summary>
    internal Indicator? FindPrinted(string name) => Find(name) ?? (name.Contains('\n') ? Find(name.Split('\n')[0]) : null);

    /// <summary>The indicator and item that the hidden column names by their ids.</summary>
    internal (Indicator Indicator, Item? Item)? FindId(string id)
    {
        if (scheme.Find(id) is { } whole)
        {
            return (whole, null);
        }

        return id.LastIndexOf('.') is var dot and > 0 && scheme.Find(id[..dot]) is { } indicator
            && indicator.Items.FirstOrDefault(i => i.Id == id[(dot + 1)..]) is { } item ? (indicator, item) : null;
    }

    /// <summary>The kind of places that a line such as 山区≥60% is for; null if it names none, or one of several attributes.</summary>
    internal (PlaceAttribute Attribute, Choice Part)? FindRegion(string text)
    {
        var name = text.AsSpan().Trim().TrimStart("0123456789①②③④⑤⑥⑦⑧⑨⑩()（）.、．,");
        name = name[..(name.IndexOfAny(Ends) is var end and >= 0 ? end : name.Length)].Trim();
        var called = name.ToString();
        var found = scheme.Lineage().Reverse().SelectMany(s => s.Place).DistinctBy(a => a.Id)
            .SelectMany(a => a.Choices.Where(c => c.Answers(called)).Select(c => (a, c))).Take(2).ToList();
        return called.Length > 0 && found is [var one] ? one : null;
    }

    /// <summary>The item of an indicator that a text names; null if none or several.</summary>
    internal static Item? FindItem(Indicator indicator, string text) => NameIndex.FindItem(indicator, text, Nowhere).Value;

    /// <summary>A line that begins with an item's name, as the item and the rest; null if it begins with none.</summary>
    internal static (Item Item, string Text)? Labelled(Indicator indicator, string line)
    {
        var text = line.AsSpan().Trim().TrimStart("(（").TrimStart("0123456789①②③④⑤⑥⑦⑧⑨⑩").TrimStart(")）.、．,: ");
        foreach (var item in indicator.Items.OrderByDescending(i => i.Name.Zh.Length))
        {
            if (text.StartsWith(item.Name.Zh, StringComparison.Ordinal) && text.Length > item.Name.Zh.Length)
            {
                return (item, text[item.Name.Zh.Length..].TrimStart(" ：:为　").ToString());
            }
        }

        return null;
    }
}
