using IndicatorRules.Facts;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>Numbers as tables are full of them, 0 to 163.83 with at most two decimals: each way to write one has a place in an array.</summary>
internal static class ShortNumber
{
    private const int DigitBits = 14;
    private const int MostDecimals = 2;

    /// <summary>How many there are.</summary>
    internal const int Count = (MostDecimals + 1) << DigitBits;

    /// <summary>The place of a text; -1 where it is none of them. No two texts have one place.</summary>
    internal static int IndexOf(ReadOnlySpan<char> text) =>
        PlainNumber.TryRead(text, out long digits, out var decimals) && decimals <= MostDecimals && digits < 1 << DigitBits
            && (text[0] != '0' || text.Length == 1 || text[1] == '.')
            ? (decimals << DigitBits) | (int)digits
            : -1;
}
