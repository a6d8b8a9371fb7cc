using System.Globalization;
using System.Text.RegularExpressions;

namespace IndicatorRules.Plugins.Tests.Support;

/// <summary>The figures that stand in a text, signs left out.</summary>
internal static partial class Figures
{
    internal static IEnumerable<decimal> In(string text) =>
        Number().Matches(text).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture));

    // Not the digits of names such as PM2.5, or of years.
    [GeneratedRegex(@"(?<![A-Za-z\d.])\d+(\.\d+)?(?![\d.]|年)")]
    private static partial Regex Number();
}
