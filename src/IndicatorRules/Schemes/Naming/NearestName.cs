using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Naming;

/// <summary>Reports unknown names with the nearest known one, which never means the opposite.</summary>
internal static class NearestName
{
    private const int ShortestPart = 2;

    /// <summary>Reports that no indicator has a name.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="indicators">The indicators that can be named.</param>
    /// <param name="at">The text's location.</param>
    /// <param name="bag">Receives the diagnostic.</param>
    internal static void Unknown(
        string text, IReadOnlyList<Indicator> indicators, Location at, DiagnosticBag bag)
    {
        var isId = Ascii.IsValid(text);
        var nearest = isId ? null : Of(text, indicators, i => i.Name.Zh, bag);
        var told = nearest is null ? LocalizedText.Empty : new LocalizedText(
            $"最接近的是第{nearest.Number}项“{nearest.Name.Zh}”。", $"The nearest is no. {nearest.Number}, `{nearest.Id}`. ");
        var suggestion = isId ? bag.Guess(text, indicators.Select(i => i.Id)) : null;
        bag.AddWithSuggestion(DiagnosticCatalog.FactsUnknownIndicator, at, suggestion, text, told);
    }

    /// <summary>The thing whose name is nearest to a text: spelt alike, or the only one that contains or is abbreviated by it.</summary>
    internal static T? Of<T>(string text, IEnumerable<T> things, Func<T, string> name, DiagnosticBag bag)
        where T : class
    {
        var folded = FoldedName.Of(text);
        if (folded.Length > Nearest.LongestWord)
        {
            return null;
        }

        var all = things.Select(t => (Thing: t, Name: FoldedName.Of(name(t)))).ToList();
        if (bag.Guess(folded, all.Select(a => a.Name)) is { } alike)
        {
            return all.First(a => a.Name == alike).Thing;
        }

        if (folded.Length < ShortestPart)
        {
            return null;
        }

        // Part of one name alone; else one name alone with these characters in this order: 农村污水 for 农村生活污水治理率.
        foreach (var has in (Func<string, bool>[])[n => n.Contains(folded, StringComparison.Ordinal), n => Abbreviates(folded, n)])
        {
            if (all.Where(a => has(a.Name) && !Nearest.AreOpposite(folded, a.Name)).Take(2).ToList() is { Count: > 0 } found)
            {
                return found is [var only] ? only.Thing : null;
            }
        }

        return null;
    }

    private static bool Abbreviates(string text, string name)
    {
        var at = 0;
        foreach (var c in name)
        {
            at += at < text.Length && text[at] == c ? 1 : 0;
        }

        return at == text.Length && text.Length > ShortestPart;
    }
}
