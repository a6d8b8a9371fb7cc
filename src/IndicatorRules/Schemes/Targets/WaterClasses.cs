using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace IndicatorRules.Schemes.Targets;

/// <summary>The classes of surface water (GB 3838), whose order no table has to print.</summary>
internal static partial class WaterClasses
{
    /// <summary>All classes, the worst first.</summary>
    internal static ImmutableArray<string> All { get; } = ["劣Ⅴ类", "Ⅴ类", "Ⅳ类", "Ⅲ类", "Ⅱ类", "Ⅰ类"];

    internal static bool Is(string word) => All.Contains(word);

    /// <summary>The class to be reached: Ⅲ类, 达到或优于III类, Ⅲ类以上; null for other words.</summary>
    internal static string? Reached(string words)
    {
        var match = ReachedPattern().Match(words);
        return match.Success ? $"{Roman(match.Groups["class"].Value)}类" : null;
    }

    private static string Roman(string digits) => digits switch
    {
        "I" => "Ⅰ",
        "II" => "Ⅱ",
        "III" => "Ⅲ",
        "IV" => "Ⅳ",
        "V" => "Ⅴ",
        _ => digits,
    };

    [GeneratedRegex(
        "^(?:稳定|全面)?(?:达到或优于|优于或达到|达到|不低于|保持在?)?(?:地表水)?"
        + "(?<class>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)类(?:水质|水体)?(?:标准)?(?:[及或]?以上)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReachedPattern();
}
