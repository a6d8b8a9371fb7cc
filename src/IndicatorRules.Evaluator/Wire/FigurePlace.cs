using System.Globalization;
using System.Text.RegularExpressions;

namespace IndicatorRules.Evaluator.Wire;

/// <summary>
/// A figure's place in a lineage, in a form that stands out in any text: it is what the figure is called where rules are judged.
/// </summary>
internal static partial class FigurePlace
{
    internal static string Of(int scheme, int indicator) => string.Create(CultureInfo.InvariantCulture, $"\u0002{scheme}/{indicator}\u0003");

    internal static string Of(int scheme, int indicator, int item) =>
        string.Create(CultureInfo.InvariantCulture, $"\u0002{scheme}/{indicator}/{item}\u0003");

    /// <summary>A text with every place in it replaced by what stands there.</summary>
    internal static string Named(string text, Func<string, string> name) => Places().Replace(text, place => name(place.Value));

    [GeneratedRegex("\u0002[0-9/]*\u0003", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
