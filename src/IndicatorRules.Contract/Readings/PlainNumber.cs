namespace IndicatorRules.Contract.Readings;

/// <summary>The commonest cell, digits with at most one point, read without a pattern.</summary>
internal static class PlainNumber
{
    // As many digits as a long holds whatever they are.
    private const int MostDigits = 18;

    /// <summary>Whether the text is such a number, with as many decimals as written; whatever else it is, the patterns say.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        var isNumber = TryRead(text, out var digits, out var decimals);
        value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)decimals);
        return isNumber;
    }

    /// <summary>The same, as its digits without the point and the number of decimals.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out long digits, out int decimals)
    {
        (digits, decimals) = (0, 0);
        var point = -1;
        if (text.IsEmpty || text.Length > MostDigits || text[0] == '.' || text[^1] == '.')
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits = (digits * 10) + (text[i] - '0');
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        decimals = point < 0 ? 0 : text.Length - point - 1;
        return true;
    }
}
