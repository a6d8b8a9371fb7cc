using System.Globalization;

namespace IndicatorRules.Contract.Readings;

/// <summary>Parses numbers that a <see cref="decimal"/> can represent exactly.</summary>
public static class ExactDecimal
{
    /// <summary>The maximum number of significant digits.</summary>
    public const int MaxDigits = 28;

    // Far beyond the range of a decimal, but small enough that sums of exponents do not overflow.
    private const int MaxExponent = 10_000;

    /// <summary>Parses a plain or exponential number of at most 28 digits that needs no rounding.</summary>
    /// <param name="text">ASCII digits with an optional sign, point and exponent.</param>
    /// <param name="value">The number, with its decimals as written.</param>
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
