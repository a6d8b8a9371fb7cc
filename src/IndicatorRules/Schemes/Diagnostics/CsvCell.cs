using System.Buffers;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Writes CSV cells (RFC 4180) that a spreadsheet cannot take for formulas. All CSV output uses it.</summary>
public static class CsvCell
{
    // Besides the characters of RFC 4180, the delimiters of spreadsheets in other locales.
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    private static readonly SearchValues<char> Starts = SearchValues.Create("=+-@＝＋－＠\u2212'\t");

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.");

    /// <summary>A cell, quoted if necessary.</summary>
    public static string Of(string text)
    {
        var shown = Inert(VisibleText.Lines(text));
        return shown.AsSpan().ContainsAny(Quoted) || (shown.Length > 0 && (char.IsWhiteSpace(shown[0]) || char.IsWhiteSpace(shown[^1])))
            ? $"\"{shown.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : shown;
    }

    /// <summary>One record, including the line end.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Of)) + "\n";

    /// <summary>A cell as it was before <see cref="Of"/> wrote it: without the apostrophe before what could be a formula.</summary>
    public static ReadOnlySpan<char> Read(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && cell[0] == '\'' && cell[1..].TrimStart() is { IsEmpty: false } rest && Starts.Contains(rest[0])
            ? cell[1..] : cell;

    // An apostrophe turns a formula into text. Numbers get an ASCII minus, which spreadsheets can read.
    private static string Inert(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty || !Starts.Contains(start[0]))
        {
            return text;
        }

        if (start[0] is '+' or '-' or '\u2212' && IsNumber(start[1..].TrimEnd()))
        {
            return start[0] == '\u2212' ? $"-{start[1..]}" : text;
        }

        return start[0] == '\u2212' || start.TrimEnd("-－ ").IsEmpty ? text : $"'{text}";
    }

    // Digits with at most one point and one percent sign.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd('%');
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && digits.Length >= text.Length - 1
            && digits.Count('.') <= 1 && !digits.ContainsAnyExcept(OfNumbers);
    }
}
