using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Naming;

/// <summary>
/// Finds the item that a text names: by its name, with a list mark before it, its unit behind it, or the indicator's name before it.
/// </summary>
internal static class ItemNaming
{
    private const int MostNamed = 12;
    private const int ShortestTail = 2;
    private const string Between = "-.:·,、_/";

    /// <summary>The ids of all items that the text can mean.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="indicator">The indicator's name.</param>
    /// <param name="items">Its items.</param>
    internal static ImmutableArray<string> Find(string text, LocalizedText indicator, IReadOnlyList<Item> items)
    {
        if (items.FirstOrDefault(i => i.Id == text) is { } byId)
        {
            return [byId.Id];
        }

        var folded = FoldedName.Of(text);
        var (zh, en) = (FoldedName.Of(indicator.Zh), FoldedName.Of(indicator.En));
        foreach (var parts in NameParts.Of(folded))
        {
            foreach (var name in (string[])[parts.Name, After(zh, parts.Name), After(en, parts.Name)])
            {
                ImmutableArray<string> found = name.Length == 0 ? []
                    : [.. items.Where(i => Is(name, i, zh) && IsUnit(parts.Unit, i)).Select(i => i.Id)];
                if (!found.IsEmpty)
                {
                    return found;
                }
            }
        }

        return NameParts.WithoutFootnote(text) is { } plain ? Find(plain, indicator, items) : [];
    }

    /// <summary>Reports an item that an indicator does not have, or a name that several have.</summary>
    internal static void Report(string text, Indicator indicator, IReadOnlyList<Item> items, Location at, DiagnosticBag bag)
    {
        var found = Find(text, indicator.Name, items);
        if (found.Length > 1)
        {
            var all = items.Where(i => found.Contains(i.Id)).ToList();
            bag.Add(DiagnosticCatalog.FactsNameAmbiguous, at, text, new(
                string.Join('、', all.Select(i => $"“{i.Name.Zh}”（编号 `{i.Id}`）")), string.Join(", ", all.Select(i => $"`{i.Id}`"))));
            return;
        }

        var nearest = bag.Guess(text, items.Select(i => i.Id)) ?? NearestName.Of(text, items, i => i.Name.Zh, bag)?.Name.Zh;
        var row = new LocalizedText($"第{indicator.Number}项“{indicator.Name.Zh}”", $"`{indicator.Id}`");
        bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownItem, at, nearest, text, row, Names(items));
    }

    // The valid items by name; in English by id. `show` lists longer ones.
    private static LocalizedText Names(IReadOnlyList<Item> items)
    {
        var (zh, en) = (items.Take(MostNamed).Select(i => i.Name.Zh), items.Take(MostNamed).Select(i => $"`{i.Id}`"));
        var more = items.Count > MostNamed;
        return items.Count == 0
            ? new("这一项没有分项：“分项”一栏留空。", "The row has no items: leave the field out.")
            : new($"这一项的分项有：{string.Join('、', zh)}{(more ? "等" : "")}。",
                $"Its items: {string.Join(", ", en)}{(more ? " and more" : "")}.");
    }

    private static bool IsUnit(string unit, Item item) => unit.Length == 0 || NameParts.IsUnit(unit, item.Unit, item.MeasuredIn);

    // The end that an item shares with its indicator may be there or not: 秸秆 and 秸秆综合利用率 are one item of 农业废弃物综合利用率.
    private static bool Is(string name, Item item, string indicator) =>
        FoldedName.Of(item.Name.Zh) is var zh && (name == zh || name == FoldedName.Of(item.Name.En)
            || item.Aliases.Any(a => FoldedName.Of(a) == name) || IsWithEnd(name, zh, indicator) || IsWithEnd(zh, name, indicator));

    private static bool IsWithEnd(string whole, string start, string indicator) =>
        start.Length >= ShortestTail && whole.Length >= start.Length + ShortestTail && whole.StartsWith(start, StringComparison.Ordinal)
            && indicator.EndsWith(whole[start.Length..], StringComparison.Ordinal);

    // 农业废弃物综合利用率-秸秆, 农业废弃物综合利用率(秸秆)
    private static string After(string indicator, string name)
    {
        if (indicator.Length == 0 || !name.StartsWith(indicator, StringComparison.Ordinal) || name.Length == indicator.Length)
        {
            return "";
        }

        var rest = name[indicator.Length..];
        return rest is ['(', .., ')'] ? rest[1..^1] : Between.Contains(rest[0]) ? rest[1..] : "";
    }
}
