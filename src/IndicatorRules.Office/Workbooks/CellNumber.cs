using System.Globalization;

namespace IndicatorRules.Office.Workbooks;

/// <summary>The number of a cell as a spreadsheet shows it: stored in binary, rounded to 15 significant digits.</summary>
internal static class CellNumber
{
    private const int Significant = 15;

    // Beyond these a number has no plain form that anyone would type.
    private const int MostZeros = 12;
    private const int LongestExponent = 4;

    /// <summary>
    /// The number in plain digits, without exponent or trailing zeros; null if it is none, or too large or small for plain digits.
    /// </summary>
    /// <param name="stored">As stored: 0.57999999999999996, 1.4092599999999999E+11.</param>
    /// <param name="shift">The decimal places to shift to the left: 2 for a cell formatted as percent.</param>
    internal static string? Shown(string stored, int shift = 0)
    {
        var text = stored.AsSpan().Trim();
        var isNegative = text.StartsWith("-");
        text = text.TrimStart("+-");
        var exponent = 0;
        if (text.IndexOfAny('e', 'E') is var mark and >= 0)
        {
            var digits = text[(mark + 1)..];
            if (digits.Length > LongestExponent || !int.TryParse(digits, NumberStyles.AllowLeadingSign, null, out exponent))
            {
                return null;
            }

            text = text[..mark];
        }

        var point = text.IndexOf('.') is var dot and >= 0 ? dot : text.Length;
        var all = string.Concat(text[..point], text[Math.Min(text.Length, point + 1)..]);
        if (all.Length == 0 || !all.All(char.IsAsciiDigit))
        {
            return null;
        }

        // The value is 0.d1d2d3… × 10^place.
        var first = all.AsSpan().IndexOfAnyExcept('0');
        if (first < 0)
        {
            return "0";
        }

        var place = point - first + exponent + shift;
        var figure = Rounded(all[first..], ref place);
        return place > Significant + MostZeros || place < -MostZeros ? null : (isNegative ? "-" : "") + Plain(figure, place);
    }

    private static string Rounded(string digits, ref int place)
    {
        if (digits.Length <= Significant)
        {
            return digits.TrimEnd('0');
        }

        var kept = digits[..Significant].ToCharArray();
        if (digits[Significant] >= '5')
        {
            var at = Significant - 1;
            while (at >= 0 && kept[at] == '9')
            {
                kept[at--] = '0';
            }

            if (at < 0)
            {
                place++;
                return "1";
            }

            kept[at]++;
        }

        return new string(kept).TrimEnd('0');
    }

    private static string Plain(string digits, int place) =>
        place <= 0 ? "0." + new string('0', -place) + digits
        : place >= digits.Length ? digits + new string('0', place - digits.Length)
        : $"{digits[..place]}.{digits[place..]}";
}
