using System.Text.RegularExpressions;

namespace IndicatorRules.Schemes.Targets;

/// <summary>The marks that tables print before each of several parts: ①, （1）, 1）, 1、, 一、.</summary>
internal static partial class PrintedMarks
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private const string Bracketed = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽";
    private const string Chinese = "一二三四五六七八九十";

    /// <summary>The parts without their marks; null unless the text begins with a first mark and all others follow in order.</summary>
    /// <param name="text">In half-width.</param>
    internal static IReadOnlyList<string>? Split(string text)
    {
        var marks = InTextPattern().Matches(text).ToList();
        if (marks.Count < 2 || text[..marks[0].Index].Trim().Length > 0 || marks.Where((m, i) => Ordinal(m.Value) != i + 1).Any())
        {
            return null;
        }

        return [.. marks.Select((m, i) => text[(m.Index + m.Length)..(i + 1 < marks.Count ? marks[i + 1].Index : text.Length)].Trim())];
    }

    /// <summary>The text without a mark at its beginning.</summary>
    internal static string Without(string text) => AtStartPattern().Replace(text, "");

    /// <summary>Whether the text begins with a mark.</summary>
    internal static bool IsBefore(string text) => AtStartPattern().IsMatch(text);

    /// <summary>Whether the text is a mark alone.</summary>
    internal static bool IsOne(string text) => AtStartPattern().Match(text) is { Success: true } mark && mark.Length == text.Length
        && text[0] != '其';

    private static int Ordinal(string mark)
    {
        var plain = mark.Trim();
        if (Circled.IndexOf(plain[0], StringComparison.Ordinal) is var circled and >= 0)
        {
            return circled + 1;
        }

        if (Bracketed.IndexOf(plain[0], StringComparison.Ordinal) is var bracketed and >= 0)
        {
            return bracketed + 1;
        }

        var digits = new string([.. plain.Where(char.IsAsciiDigit)]);
        return digits.Length > 0 ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : plain.First(c => Chinese.Contains(c, StringComparison.Ordinal)) is var word && plain.Count(
                c => Chinese.Contains(c, StringComparison.Ordinal)) == 1 ? Chinese.IndexOf(word, StringComparison.Ordinal) + 1
            : 0;
    }

    // Marks that may be anywhere, and those that only count at the start of a line or after a stop.
    [GeneratedRegex(
        @"[①-⑳⑴-⑽]\s*|(?<=^|\n|[;,。]\s*)\s*(?:\((?:\d{1,2}|[一二三四五六七八九十])\)|\d{1,2}[)、]|[一二三四五六七八九十]、)\s*")]
    private static partial Regex InTextPattern();

    [GeneratedRegex(@"^(?:其中[:：]?|[(（]\s*[\d一二三四五六七八九十]{1,2}\s*[)）]|[①-⑳⑴-⑽]|\d{1,2}\s*[)）、])\s*")]
    private static partial Regex AtStartPattern();
}
