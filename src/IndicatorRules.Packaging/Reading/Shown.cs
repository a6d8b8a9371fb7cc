using System.Globalization;

namespace IndicatorRules.Packaging.Reading;

/// <summary>Words from outside as a message may show them: long enough to find, without what moves a terminal's cursor.</summary>
internal static class Shown
{
    private const int MaxLength = 120;

    internal static string Of(string words) =>
        string.Concat(words.Take(MaxLength).Select(c => c == '`' || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '?' : c));
}
