namespace IndicatorRules.Schemes.Naming;

/// <summary>The number of a row in Chinese numerals: 三, 第二十九项, 一〇三, 三、名称.</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Numerals = "零十百" + Digits;

    /// <summary>The text with its leading number in digits; null if none leads it.</summary>
    /// <param name="folded">A folded text.</param>
    internal static string? InDigits(string folded)
    {
        var start = folded.StartsWith('第') || folded.StartsWith('(') ? 1 : 0;
        var end = start;
        while (end < folded.Length && Numerals.Contains(folded[end]))
        {
            end++;
        }

        return Whole(folded.AsSpan(start..end)) is { } number ? $"{folded[..start]}{number}{folded[end..]}" : null;
    }

    // Up to 999, in units (一百零三) or digit by digit (一〇三). Anything else is not a number.
    private static int? Whole(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 6)
        {
            return null;
        }

        if (text.IndexOfAny('十', '百') < 0)
        {
            return text.Length <= 3 ? OneByOne(text) : null;
        }

        int? hundreds = 0;
        var hundred = text.IndexOf('百');
        if (hundred >= 0)
        {
            hundreds = hundred == 1 && Digit(text[0]) is > 0 and var some ? some * 100 : null;
            text = text[(hundred + 1)..];
        }

        return hundreds is { } above && UnderHundred(text, isFirst: hundred < 0) is { } rest ? above + rest : null;
    }

    private static int? UnderHundred(ReadOnlySpan<char> text, bool isFirst)
    {
        if (text.IndexOf('十') is var ten and >= 0)
        {
            int? tens = ten == 0 && isFirst ? 1 : ten == 1 && Digit(text[0]) is > 0 and var some ? some : null;
            var ones = text[(ten + 1)..];
            int? rest = ones.IsEmpty ? 0 : ones.Length == 1 && Digit(ones[0]) is > 0 and var one ? one : null;
            return (tens * 10) + rest;
        }

        return text.IsEmpty ? 0 : text.Length == 2 && Digit(text[0]) == 0 && Digit(text[1]) is > 0 and var last ? last : null;
    }

    private static int? OneByOne(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var c in text)
        {
            number = (number * 10) + Digit(c);
        }

        return Digit(text[0]) > 0 ? number : null;
    }

    private static int Digit(char c) => c == '零' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
}
