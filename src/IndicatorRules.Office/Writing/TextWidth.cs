using Wcwidth;

namespace IndicatorRules.Office.Writing;

/// <summary>Widths of texts in columns of a spreadsheet: a Chinese character takes two.</summary>
internal static class TextWidth
{
    /// <summary>The width of one line.</summary>
    internal static int Of(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            width += Math.Max(0, UnicodeCalculator.GetWidth(rune.Value));
        }

        return width;
    }

    /// <summary>The width of the longest line.</summary>
    internal static int OfLines(string text)
    {
        var most = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            most = Math.Max(most, Of(line));
        }

        return most;
    }

    /// <summary>The number of lines that a text takes in a column.</summary>
    internal static int Lines(string text, int column)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (Of(line) + column - 1) / Math.Max(1, column));
        }

        return Math.Max(1, lines);
    }
}
