using System.Globalization;

namespace IndicatorRules.Office.Documents;

/// <summary>The characters that Word inserts by their place in a font of symbols (插入符号).</summary>
internal static class SymbolText
{
    /// <summary>Replaces what cannot be read, so that the text beside it is not read as if it were the whole.</summary>
    internal const string Unknown = "□";

    /// <summary>The character; <see cref="Unknown"/> for one that is not known.</summary>
    /// <param name="font">The font.</param>
    /// <param name="code">The place in the font, in hexadecimal.</param>
    internal static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at))
        {
            return Unknown;
        }

        // Fonts of symbols use a private area for what has the low byte in the font itself.
        var place = at & 0xFF;
        return (font, place) switch
        {
            ("Symbol", 0xB3) => "≥",
            ("Symbol", 0xA3) => "≤",
            ("Symbol", 0x3E) => ">",
            ("Symbol", 0x3C) => "<",
            ("Symbol", 0xB1) => "±",
            ("Symbol", 0xB4) => "×",
            ("Symbol", 0x6D) => "μ",
            ("Symbol", 0xB0) => "°",
            ("Wingdings", 0xFC) or ("Wingdings 2", 0x50) => "√",
            ("Wingdings", 0xAB) or ("Wingdings 2", 0xAA) => "★",
            _ when font is not ("Symbol" or "Webdings") && font?.StartsWith("Wingdings", StringComparison.Ordinal) != true
                && at is > 0x20 and < 0xD800 => ((char)at).ToString(),
            _ => Unknown,
        };
    }
}
