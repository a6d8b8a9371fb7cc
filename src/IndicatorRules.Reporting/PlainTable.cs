using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Draws a table as plain text of a fixed width: the same bytes on every terminal and in a file.</summary>
/// <remarks>No library is used, since every start draws tables and loading one takes longer than an assessment.</remarks>
/// <param name="width">The line width in columns. A Chinese character takes two.</param>
internal sealed class PlainTable(int width)
{
    // The border and spaces around each cell.
    private const int Around = 3;

    private const int LongestCell = 2000;

    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="to">The output.</param>
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

    // Cuts very long texts, which a table is not the place for.
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

    private static void Write(char one, int times, TextWriter to)
    {
        for (; times > 0; times--)
        {
            to.Write(one);
        }
    }

    // Columns are as wide as their widest cell. If the line is too short, the widest columns shrink first.
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

/// <summary>A column of a <see cref="PlainTable"/>. Immutable.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Right">Whether the column holds figures, which are right-aligned and never wrapped.</param>
internal sealed record PlainColumn(string Heading, bool Right = false);
