using System.Globalization;

namespace IndicatorRules.Contract.Readings;

/// <summary>Reads a number only where <see cref="decimal"/> holds it exactly.</summary>
public static class ExactDecimal
{
    /// <summary>The most significant digits held.</summary>
    public const int MaxDigits = 28;

    // Far beyond what a decimal holds, and far from where sums of exponents overflow.
    private const int MaxExponent = 10_000;

    /// <summary>Whether the text is a plain or exponent number of at most 28 digits that is held without rounding.</summary>
    /// <param name="text">Digits with an optional sign, point and exponent; ASCII.</param>
    /// <param name="value">The number, with as many decimals as written.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var mark = text.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || exponent is < -MaxExponent or > MaxExponent))
        {
            return false;
        }

        var point = mantissa.IndexOf('.');
        var decimals = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return Digits(mantissa) + Math.Max(0, -decimals) <= MaxDigits && decimals <= MaxDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static int Digits(ReadOnlySpan<char> mantissa)
    {
        var count = 0;
        foreach (var c in mantissa)
        {
            if (char.IsAsciiDigit(c) && (c != '0' || count > 0))
            {
                count++;
            }
        }

        return count;
    }
}
