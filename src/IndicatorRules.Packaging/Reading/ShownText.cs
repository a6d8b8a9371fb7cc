using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Words of a package as a message may show them: long enough to find.</summary>
internal static class ShownText
{
    private const int MaxLength = 120;

    internal static string Of(string words) => VisibleText.OneLine(VisibleText.Cut(words, MaxLength)).Replace('`', '?');
}
