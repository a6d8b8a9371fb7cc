using System.Globalization;
using System.Text;
using System.Xml;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>
/// Texts that try what a terminal, a page or a spreadsheet can be made to do, and what is left of it in what was written.
/// </summary>
internal static class Hostile
{
    private static readonly string[] Pieces =
    [
        "\u001b[2J", "\u001b]0;t\u0007", "\u009b31m", "\r", "\n", "\r\n", "\t", "\b", "\u007f", "\u0085", "\u2028", "\u2029", "\u202e",
        "\u2066", "\u200b", "\u200d", "\u2060",
        "\ufeff", "\u00ad", "=", "+", "-", "@", "＝", "＋", "－", "＠", "\u2212", "'", "\"", ",", ";", "|", "\\", "<b>", "&lt;", "`",
        "[x](y)", "*", " ", "\u3000", "1", "2.50", "%", "县", "a", "𠮷",
    ];

    internal static string Text(ushort[] seeds) => string.Concat(seeds.Select(s => Pieces[s % Pieces.Length]));

    /// <summary>The same without what no document can hold, which a reader of JSON refuses.</summary>
    internal static string Readable(ushort[] seeds) =>
        string.Concat(Text(seeds).Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    /// <summary>What a display would not show as it stands.</summary>
    internal static IEnumerable<string> In(string text, string allowed) => text.EnumerateRunes()
        .Where(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator)
        .Select(r => $"{r}").Where(r => !allowed.Contains(r, StringComparison.Ordinal)).Select(r => $"U+{char.ConvertToUtf32(r, 0):X4}");
}
