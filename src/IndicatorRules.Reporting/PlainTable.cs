using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Draws a table as plain text of a fixed width: the same bytes on every terminal and in a file.</summary>
/// <remarks>No library is used, since every start draws tables and loading one takes longer than an assessment.</remarks>
/// <param name="layout">The width, the signs and the colours.</param>
internal sealed class PlainTable(TextLayout layout)
{
    // The border and spaces around each cell.
    private const int Around = 3;

    private const int LongestCell = 2000;

    // Narrower tables fit anywhere.
    private const int LeastListed = 4;

    private const string Indent = "      ";

    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="to">The output.</param>
    internal void Write(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, TextWriter to)
    {
        columns = [.. columns.Select(c => c with { Heading = Shown(c.Heading) })];
        rows = [.. rows.Select(row => Array.ConvertAll(row, Shown))];
        if (layout.HasTables || columns.Count < LeastListed)
        {
            WriteTable(columns, rows, to);
        }
        else
        {
            WriteList(columns, rows, to);
        }
    }

    private void WriteTable(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, TextWriter to)
    {
        // Where columns are scarce, a heading above rows is a row of its own.
        var above = layout.HasWideTables ? -1 : columns.Select(c => c.Part).ToList().IndexOf(PlainPart.Above);
        if (above >= 0)
        {
            var heads = rows.Select(r => r[above]).ToList();
            columns = [.. columns.Where((_, i) => i != above)];
            rows = [.. rows.Select(r => (string[])[.. r.Where((_, i) => i != above)])];
            WriteTable(columns, rows, Widths(columns, rows), heads, to);
        }
        else
        {
            WriteTable(columns, rows, Widths(columns, rows), [], to);
        }
    }

    private void WriteTable(
        IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, int[] widths, List<string> heads, TextWriter to)
    {
        WriteBorder('┌', '┬', '┐', widths, to);
        WriteRow(columns, [.. columns.Select(c => c.Heading)], widths, to, isHeading: true);
        WriteBorder('├', '┼', '┤', widths, to);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i < heads.Count && heads[i].Length > 0)
            {
                var whole = widths.Sum() + ((widths.Length - 1) * Around);
                WriteRow([new("")], [heads[i]], [whole], to);
            }

            WriteRow(columns, rows[i], widths, to);
        }

        WriteBorder('└', '┴', '┘', widths, to);
    }

    // One paragraph per row: the leading cells on the first line, then a line for each of the others that says something.
    private void WriteList(IReadOnlyList<PlainColumn> columns, IReadOnlyList<string[]> rows, TextWriter to)
    {
        var above = "";
        foreach (var row in rows)
        {
            var heads = new List<string>();
            var inkOfHeads = Ink.None;
            for (var i = 0; i < row.Length; i++)
            {
                if (columns[i].Part == PlainPart.Above && row[i].Length > 0 && row[i] != above)
                {
                    above = row[i];
                    to.Write(OneLine(above) + "\n");
                }
                else if (columns[i].Part == PlainPart.Head && row[i].Length > 0)
                {
                    heads.Add(OneLine(row[i]));
                    inkOfHeads = columns[i].InkOf(row[i]) is var ink and not Ink.None ? ink : inkOfHeads;
                }
            }

            if (heads.Count > 0)
            {
                WriteParagraph(string.Join(' ', heads), "  ", inkOfHeads, to);
            }

            WriteBelow(columns, row, to);
        }
    }

    // Short cells share a line.
    private void WriteBelow(IReadOnlyList<PlainColumn> columns, string[] row, TextWriter to)
    {
        var below = Enumerable.Range(0, row.Length)
            .Where(i => columns[i].Part == PlainPart.Below && row[i] is not ("" or "-" or "—"))
            .Select(i => (Name: OneLine(columns[i].Heading), Lines: row[i].Split('\n'), Ink: columns[i].InkOf(row[i]))).ToList();
        var together = string.Join("  ", below.Select(b => $"{b.Name} {b.Lines[0]}"));
        if (below.TrueForAll(b => b.Lines.Length == 1) && CellText.WidthOf(together) <= layout.Width - 1 - Indent.Length)
        {
            var inked = string.Join("  ", below.Select(b => layout.Ink($"{b.Name} {b.Lines[0]}", b.Ink)));
            to.Write(together.Length == 0 ? "" : $"{Indent}{inked}\n");
            return;
        }

        foreach (var (name, lines, ink) in below)
        {
            for (var line = 0; line < lines.Length; line++)
            {
                var label = line == 0 ? name + " " : new string(' ', CellText.WidthOf(name) + 1);
                WriteParagraph(label + lines[line], Indent, ink, to);
            }
        }
    }

    private void WriteParagraph(string text, string indent, Ink ink, TextWriter to)
    {
        foreach (var line in CellText.Wrap(text, Math.Max(layout.Width - 1 - indent.Length, 20)))
        {
            to.Write($"{indent}{layout.Ink(line, ink)}\n");
            indent = Indent;
        }
    }

    private static string OneLine(string text) => text.Replace('\n', ' ');

    // Cuts very long texts, which a table is not the place for.
    private string Shown(string text) => layout.Signs(VisibleText.Lines(VisibleText.Cut(text, LongestCell)));

    private void WriteBorder(char left, char between, char right, int[] widths, TextWriter to)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            to.Write(layout.Ascii ? '+' : i == 0 ? left : between);
            Write(layout.Ascii ? '-' : '─', widths[i] + Around - 1, to);
        }

        to.Write(layout.Ascii ? '+' : right);
        to.Write('\n');
    }

    private void WriteRow(IReadOnlyList<PlainColumn> columns, string[] row, int[] widths, TextWriter to, bool isHeading = false)
    {
        var border = layout.Ascii ? '|' : '│';
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
                to.Write(border);
                Write(' ', columns[i].Right ? space + 1 : 1, to);
                to.Write(layout.Ink(text, isHeading ? Ink.None : columns[i].InkOf(row[i])));
                Write(' ', columns[i].Right ? 1 : space + 1, to);
            }

            to.Write($"{border}\n");
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
        var tooMuch = 1 - layout.Width;
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
/// <param name="Part">Where the cell is where there is no room for a table.</param>
internal sealed record PlainColumn(string Heading, bool Right = false, PlainPart Part = PlainPart.Below)
{
    /// <summary>The colour of a cell.</summary>
    internal Func<string, Ink> InkOf { get; init; } = _ => Ink.None;
}

/// <summary>The part of a row's paragraph that a cell becomes where there is no room for a table.</summary>
internal enum PlainPart : byte
{
    /// <summary>A line of its own, after the heading.</summary>
    Below = 0,

    /// <summary>Part of the first line, without the heading.</summary>
    Head = 1,

    /// <summary>A line above the row, where it differs from the row before.</summary>
    Above = 2,
}
