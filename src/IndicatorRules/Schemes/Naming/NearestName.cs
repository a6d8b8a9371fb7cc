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

    /// <summary>The thing whose name is nearest to a text: it is contained in one name alone, or spelt alike.</summary>
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

        var containing = folded.Length < ShortestPart ? []
            : all.Where(a => a.Name.Contains(folded, StringComparison.Ordinal) && !Nearest.AreOpposite(folded, a.Name)).Take(2).ToList();
        return containing is [var only] ? only.Thing : null;
    }
}
