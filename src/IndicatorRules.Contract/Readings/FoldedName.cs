namespace IndicatorRules.Contract.Readings;

/// <summary>
/// Folds the spellings of one name: width, blanks, line breaks, letter case, quotation marks, 《》, kinds of brackets and dashes, and the
/// stars of printed tables.
/// </summary>
internal static class FoldedName
{
    /// <summary>The length up to which texts are folded. Names of indicators are far shorter.</summary>
    internal const int Longest = 512;

    private const string Left = "[{〔【〖";
    private const string Right = "]}〕】〗";
    private const string Omitted = "\"'“”‘’„‟«»《》〈〉「」『』`\u200B\u200C\u200D\u2060\uFEFF\u00AD";
    private const string Stars = "*★☆※△▲";

    // Not string.Normalize, which does nothing where the host runs without globalization data.
    private static readonly Dictionary<char, string> Compatible = Pairs(
        ("⁰¹²³⁴⁵⁶⁷⁸⁹", "0 1 2 3 4 5 6 7 8 9"), ("₀₁₂₃₄₅₆₇₈₉", "0 1 2 3 4 5 6 7 8 9"),
        ("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "i ii iii iv v vi vii viii ix x xi xii"), ("ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ", "i ii iii iv v vi vii viii ix x xi xii"),
        ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"),
        ("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10)"), ("㎡㎥㎞㎏㎎㎜㎝µ", "m2 m3 km kg mg mm cm μ"), ("・•‧∙", "· · · ·"));

    // The longest spelling of one character: viii, (10).
    private const int Widest = 4;

    /// <summary>The folded text; the text itself if it is too long, or if nothing in it is to be folded.</summary>
    internal static string Of(string text) =>
        text.Length > Longest || IsFolded(text) ? text : Of(text, stackalloc char[SizeOf(text)]).ToString();

    /// <summary>Whether a text folds to a folded one. Allocates nothing.</summary>
    internal static bool Is(string text, ReadOnlySpan<char> folded) =>
        folded.SequenceEqual(text.Length > Longest || IsFolded(text) ? text : Of(text, stackalloc char[SizeOf(text)]));

    /// <summary>The length of a buffer that holds the folded text.</summary>
    internal static int SizeOf(string text) => text.Length * Widest;

    /// <summary>The folded text, in the buffer.</summary>
    internal static ReadOnlySpan<char> Of(string text, Span<char> buffer)
    {
        if (IsFolded(text))
        {
            return text;
        }

        var length = 0;
        foreach (var written in text)
        {
            var c = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written;
            if (char.IsWhiteSpace(c) || Omitted.Contains(c))
            {
                continue;
            }

            if (c > '\u00B0' && Compatible.TryGetValue(c, out var plain))
            {
                plain.CopyTo(buffer[length..]);
                length += plain.Length;
                continue;
            }

            buffer[length++] = Left.Contains(c) ? '('
                : Right.Contains(c) ? ')'
                : CellScanner.IsDash(c) ? '-'
                : char.ToLowerInvariant(c);
        }

        return buffer[..length].Trim(Stars);
    }

    // Nearly all names are, and a status is judged without allocating.
    private static bool IsFolded(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '\u4E00' and <= '\u9FFF') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '%' or '.' or '-' or '(' or ')'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two texts are spellings of one name.</summary>
    internal static bool Same(string one, string other) => one == other || (Of(one) is { Length: > 0 } folded && folded == Of(other));

    private static Dictionary<char, string> Pairs(params (string From, string To)[] all)
    {
        var pairs = new Dictionary<char, string>();
        foreach (var (from, to) in all)
        {
            var plain = to.Split(' ');
            for (var i = 0; i < plain.Length; i++)
            {
                pairs[from[i]] = plain[i];
            }
        }

        return pairs;
    }
}
