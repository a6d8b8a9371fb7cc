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

    /// <summary>Wraps text at a width, between words if possible.</summary>
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
        // Measures each word once, and each piece of a word that is wider than a line.
        for (int at = 0, word = 0, left = 0; at < line.Length;)
        {
            if (at == word)
            {
                word = EndOfWord(line, at);
                left = WidthOf(line.AsSpan(at, word - at));
            }

            if (used > 0 && used + Math.Min(left, width) > width)
            {
                Next();
            }

            var (end, wide) = left > width ? Fitting(line, at, width) : (word, left);
            left -= wide;

            // The line break replaces a space at the start of a line.
            if (used > 0 || first || !char.IsWhiteSpace(line[at]))
            {
                filled.Append(line, at, end - at);
                used += wide;
            }

            at = end;
        }

        if (used > 0)
        {
            Next();
        }

        void Next()
        {
            lines.Add(filled.ToString());
            filled.Clear();
            (used, first) = (0, false);
        }
    }

    // A run of spaces counts as a word.
    private static int EndOfWord(string line, int start)
    {
        var end = start + 1;
        while (end < line.Length && char.IsWhiteSpace(line[end]) == char.IsWhiteSpace(line[start]))
        {
            end++;
        }

        return end;
    }

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
