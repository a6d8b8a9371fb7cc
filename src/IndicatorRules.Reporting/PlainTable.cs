using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>
/// Draws tables as plain text of a fixed width, so that the same assessment gives the same bytes on every terminal and in a file.
/// </summary>
/// <remarks>
/// Draws them itself: it is part of every start, and the libraries that draw tables take longer to load than all of a judgement.
/// </remarks>
/// <param name="width">Characters a line; a Chinese one counts as two.</param>
internal sealed class PlainTable(int width)
{
    // What stands around each cell, and a border before it.
    private const int Around = 3;

    private const int LongestCell = 2000;

    /// <param name="columns">The headings.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="to">Where to.</param>
    internal void Write(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, TextWriter to)
    {
        columns = [.. columns.Select(c => c with { Heading = Shown(c.Heading) })];
        rows = [.. rows.Select(row => Array.ConvertAll(row, Shown))];
        var widths = Widths(columns, rows);
        WriteBorder('┌', '┬', '┐', widths, to);
        WriteRow(columns, [.. columns.Select(c => c.Heading)], widths, to);
        WriteBorder('├', '┼', '┤', widths, to);
        foreach (var row in rows)
        {
            WriteRow(columns, row, widths, to);
        }

        WriteBorder('└', '┴', '┘', widths, to);
    }

    // A page of a book in one cell is read elsewhere.
    private static string Shown(string text) => VisibleText.Lines(VisibleText.Cut(text, LongestCell));

    private static void WriteBorder(char left, char between, char right, int[] widths, TextWriter to)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            to.Write(i == 0 ? left : between);
            Write('─', widths[i] + Around - 1, to);
        }

        to.Write(right);
        to.Write('\n');
    }

    private static void WriteRow(IReadOnlyList<PlainColumn> columns, string[] row, int[] widths, TextWriter to)
    {
        var cells = new List<string>[row.Length];
        var height = 1;
        for (var i = 0; i < row.Length; i++)
        {
            cells[i] = columns[i].Right ? [.. row[i].Split('\n')] : CellText.Wrap(row[i], widths[i]);
            height = Math.Max(height, cells[i].Count);
        }

        for (var line = 0; line < height; line++)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                var text = line < cells[i].Count ? cells[i][line] : "";
                var space = widths[i] - CellText.WidthOf(text);
                to.Write("│ ");
                Write(' ', columns[i].Right ? space : 0, to);
                to.Write(text);
                Write(' ', columns[i].Right ? 1 : space + 1, to);
            }

            to.Write("│\n");
        }
    }

    // One by one: to fill a string is code that is compiled at every start.
    private static void Write(char one, int times, TextWriter to)
    {
        for (; times > 0; times--)
        {
            to.Write(one);
        }
    }

    // As wide as its widest cell; where that is too much for the line, the widest columns give way first.
    private int[] Widths(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows)
    {
        var widths = new int[columns.Count];
        var tooMuch = 1 - width;
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = CellText.WidestLine(columns[i].Heading);
            foreach (var row in rows)
            {
                widths[i] = Math.Max(widths[i], CellText.WidestLine(row[i]));
            }

            tooMuch += widths[i] + Around;
        }

        for (; tooMuch > 0; tooMuch--)
        {
            var widest = -1;
            for (var i = 0; i < widths.Length; i++)
            {
                if (!columns[i].Right && widths[i] > 2 && (widest < 0 || widths[i] >= widths[widest]))
                {
                    widest = i;
                }
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }
}
