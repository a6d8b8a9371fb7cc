using System.Text;

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

    /// <summary>The folded text; the text itself if it is too long.</summary>
    internal static string Of(string text)
    {
        if (text.Length > Longest)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var written in text)
        {
            var c = written is >= '\uFF01' and <= '\uFF5E' ? (char)(written - 0xFEE0) : written;
            if (char.IsWhiteSpace(c) || Omitted.Contains(c))
            {
                continue;
            }

            if (c > '\u00B0' && Compatible.TryGetValue(c, out var plain))
            {
                folded.Append(plain);
                continue;
            }

            folded.Append(
                Left.Contains(c) ? '('
                : Right.Contains(c) ? ')'
                : CellScanner.IsDash(c) ? '-'
                : char.ToLowerInvariant(c));
        }

        var whole = folded.ToString();
        var bare = whole.AsSpan().Trim(Stars);
        return bare.Length == whole.Length ? whole : bare.ToString();
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
