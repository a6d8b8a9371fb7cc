using System.Buffers;
using System.Text;
using Wcwidth;

namespace IndicatorRules.Reporting;

/// <summary>Measures and wraps text as terminals show it.</summary>
internal static class CellText
{
    /// <summary>The columns that a line takes: two for a Chinese character, none for a combining one.</summary>
    internal static int WidthOf(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    internal static int WidestLine(string text)
    {
        var widest = 0;
        foreach (var line in text.Split('\n'))
        {
            widest = Math.Max(widest, WidthOf(line));
        }

        return widest;
    }

    // What no line begins with, and what none ends with.
    private const string Closing = "，。、；：！？）】》」』”’％%‰°℃…—·～,.;:!?)]}";

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(Closing);

    // 个百分点, 万立方米.
    private const int LongestUnit = 5;

    private const string Opening = "（【《「『“‘([{≥≤＞＜+−";

    /// <summary>
    /// Wraps text at a width: between words or Chinese characters, never before closing punctuation, never within a number or between a
    /// number and its unit.
    /// </summary>
    internal static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (WidthOf(line) <= width)
            {
                lines.Add(line);
            }
            else
            {
                Wrap(line, width, lines);
            }
        }

        return lines;
    }

    private static void Wrap(string line, int width, List<string> lines)
    {
        var filled = new StringBuilder();
        var (used, first) = (0, true);
        // Measures each piece once, and each part of a piece that is wider than a line.
        for (int at = 0, piece = 0, left = 0; at < line.Length;)
        {
            if (at == piece)
            {
                piece = EndOfPiece(line, at);
                left = WidthOf(line.AsSpan(at, piece - at));
            }

            if (used > 0 && (used + Math.Min(left, width) > width || IsBeforeBrokenWord(line, at, piece, width - used - left, width)))
            {
                Next();
            }

            var (end, wide) = left > width ? Fitting(line, at, width) : (piece, left);
            left -= wide;

            // The line break replaces the spaces at the start of a line.
            var taken = line.AsSpan(at, end - at);
            var shown = used > 0 || first ? taken : taken.TrimStart();
            filled.Append(shown);
            used += shown.Length == taken.Length ? wide : WidthOf(shown);

            at = end;
        }

        if (used > 0)
        {
            Next();
        }

        void Next()
        {
            lines.Add(filled.ToString().TrimEnd());
            filled.Clear();
            (used, first) = (0, false);
        }
    }

    // A value behind its label, such as 外来物种入侵 不明显, goes to the next line rather than over two.
    private static bool IsBeforeBrokenWord(string line, int space, int word, int left, int width)
    {
        if (!char.IsWhiteSpace(line[space]))
        {
            return false;
        }

        var rest = line.AsSpan(word);
        var end = rest.IndexOf(' ');
        rest = end < 0 ? rest : rest[..end];
        return !rest.ContainsAny(Punctuation) && WidthOf(rest) is var wide && wide > left && wide <= width;
    }

    // A piece is not broken; a run of spaces is one.
    private static int EndOfPiece(string line, int start)
    {
        var end = start;
        if (char.IsWhiteSpace(line[start]))
        {
            while (end < line.Length && char.IsWhiteSpace(line[end]))
            {
                end++;
            }

            return end;
        }

        var last = RuneAt(line, end);
        end += last.Utf16SequenceLength;
        while (end < line.Length)
        {
            var next = RuneAt(line, end);
            if (Rune.IsWhiteSpace(next) ? !IsBeforeUnit(line, last, end) : MayBreak(last, next))
            {
                break;
            }

            var isUnit = Rune.IsDigit(last);
            end += next.Utf16SequenceLength;
            last = next;
            if (isUnit && EndOfUnit(line, Rune.IsWhiteSpace(next) ? end : end - next.Utf16SequenceLength) is var unit && unit > end)
            {
                end = unit;
                last = new Rune(line[end - 1]);
            }
        }

        return end;
    }

    // The end of a short run of Chinese characters; the start where it is long, and so no unit.
    private static int EndOfUnit(string line, int start)
    {
        var end = start;
        while (end < line.Length && WidthOf(RuneAt(line, end)) == 2 && char.IsLetter(line[end]))
        {
            end++;
        }

        return end - start <= LongestUnit ? end : start;
    }

    // The space of 90.4 % and 8 个.
    private static bool IsBeforeUnit(string line, Rune last, int space) =>
        Rune.IsDigit(last) && space + 1 < line.Length && !char.IsWhiteSpace(line[space + 1]);

    private static bool MayBreak(Rune last, Rune next) =>
        (WidthOf(last) == 2 || WidthOf(next) == 2) && WidthOf(next) > 0 && !Rune.IsWhiteSpace(last) && !Rune.IsDigit(last)
        && !Is(next, Closing) && !Is(last, Opening);

    private static bool Is(Rune rune, string among) => rune.IsBmp && among.Contains((char)rune.Value, StringComparison.Ordinal);

    private static Rune RuneAt(string line, int at) => Rune.TryGetRuneAt(line, at, out var rune) ? rune : Rune.ReplacementChar;

    // Takes at least one character, however narrow the column.
    private static (int End, int Width) Fitting(string line, int start, int width)
    {
        var (end, used) = (start, 0);
        foreach (var rune in line.AsSpan(start).EnumerateRunes())
        {
            if (end > start && used + WidthOf(rune) > width)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
            used += WidthOf(rune);
        }

        return (end, used);
    }

    private static int WidthOf(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
}
