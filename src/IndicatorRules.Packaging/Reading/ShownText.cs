using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Shortens and escapes a package's text for messages.</summary>
internal static class ShownText
{
    private const int MaxLength = 120;

    internal static string Of(string words) => VisibleText.OneLine(VisibleText.Cut(words, MaxLength)).Replace('`', '?');
}
