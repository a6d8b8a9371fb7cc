using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Merges the items and states of several upper schemes, and the entry's own items.</summary>
internal sealed class MergedFigures(DiagnosticBag bag)
{
    // The longest list, followed by items that only other schemes have. Common items must be equal.
    internal ImmutableArray<Item> Items(IndicatorEntry entry, List<Indicator> uppers)
    {
        var all = uppers.OrderByDescending(i => i.Items.Length).SelectMany(i => i.Items).GroupBy(i => i.Id).ToList();
        if (all.Exists(same => same.Any(i => !Agree(i, same.First()))))
        {
            bag.Add(DiagnosticCatalog.UppersDisagree, entry.Location, entry.Id, "items", Places(uppers));
        }

        var added = entry.Own.Items ?? [];
        foreach (var there in added.Where(a => all.Exists(same => same.Key == a.Id)))
        {
            var upper = uppers.First(u => u.Items.Any(i => i.Id == there.Id));
            bag.Add(DiagnosticCatalog.ItemAlreadyThere, entry.Own.At["items"], entry.Id, there.Id, $"{upper.Location}");
        }

        return [.. all.Select(same => same.First().Called([.. same.SelectMany(i => i.Aliases).Distinct()])), .. added];
    }

    /// <summary>Items without a unit or direction inherit the indicator's.</summary>
    internal static Indicator Filled(Indicator whole) => whole with
    {
        Items = [.. whole.Items.Select(i => i.FilledFrom(whole))],
    };

    // States are ordered: a shorter list must be the longest one without some of its states.
    internal ImmutableArray<StateInfo> States(IndicatorEntry entry, List<Indicator> uppers)
    {
        var longest = uppers.MaxBy(i => i.States.Length)!.States;
        foreach (var upper in uppers)
        {
            if (Spelt(longest.Where(s => upper.States.Any(o => o.Id == s.Id))) != Spelt(upper.States))
            {
                bag.Add(DiagnosticCatalog.UppersDisagree, entry.Location, entry.Id, "states", Places(uppers));
            }
        }

        return longest;
    }

    /// <summary>Where upper schemes say it.</summary>
    internal static LocalizedText Places(IEnumerable<Indicator> uppers)
    {
        var all = uppers.Select(u => $"{u.Location}").ToList();
        return new(string.Join('、', all), string.Join(", ", all));
    }

    /// <summary>Whether two items are one in all that their merging asks.</summary>
    internal static bool Agree(Item one, Item other) =>
        (one.Name, one.Unit, one.MeasuredIn, one.Direction, one.Target, one.Absence, one.Range)
            == (other.Name, other.Unit, other.MeasuredIn, other.Direction, other.Target, other.Absence, other.Range)
        && Spelt(one.States) == Spelt(other.States);

    internal static string Spelt(IEnumerable<StateInfo> states) =>
        string.Join('\n', states.Select(s => $"{s.Id} {string.Join('|', s.Answers)}"));
}
