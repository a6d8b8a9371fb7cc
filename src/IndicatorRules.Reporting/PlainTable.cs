using Spectre.Console;
using Spectre.Console.Rendering;

namespace IndicatorRules.Reporting;

/// <summary>Draws tables as plain text of a fixed width, so that the same assessment gives the same bytes on every terminal and in a file.</summary>
/// <remarks>
/// Without a console of the library's, which finds out about screen, colours and environment what nobody asks here, and
/// with widths of its own, since the library's way to find them is long to load.
/// </remarks>
/// <param name="width">Characters a line; a Chinese one counts as two.</param>
internal sealed class PlainTable(int width) : IReadOnlyCapabilities
{
    // What the library puts around each cell, and a border before it.
    private const int Around = 3;

    public ColorSystem ColorSystem => ColorSystem.NoColors;

    public bool Ansi => false;

    public bool Links => false;

    public bool AlternateBuffer => false;

    public bool Legacy => false;

    public bool Interactive => false;

    public bool Unicode => true;

    /// <param name="columns">The headings; a column to the right is one of figures and is never broken.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="to">Where to.</param>
    internal void Write(IReadOnlyList<(string Heading, bool Right)> columns, IReadOnlyList<string[]> rows, TextWriter to)
    {
        var table = new Table().Border(TableBorder.Square);
        var widths = Widths(columns, rows);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(new Text(columns[i].Heading)) { Width = widths[i] };
            table.AddColumn(columns[i].Right ? column.RightAligned().NoWrap() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(Array.ConvertAll(row, cell => new Text(cell)));
        }

        foreach (var segment in ((IRenderable)table).Render(new RenderOptions(this, new Size(width, 1000)), width))
        {
            to.Write(segment.Text);
        }
    }

    // As wide as its widest cell; where that is too much for the line, the widest columns give way first.
    private int[] Widths(IReadOnlyList<(string Heading, bool Right)> columns, IReadOnlyList<string[]> rows)
    {
        var widths = new int[columns.Count];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = WidthOf(columns[i].Heading);
            foreach (var row in rows)
            {
                widths[i] = Math.Max(widths[i], WidthOf(row[i]));
            }
        }

        for (var tooMuch = widths.Sum() + (Around * widths.Length) + 1 - width; tooMuch > 0; tooMuch--)
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

    private static int WidthOf(string text) => new Segment(text).CellCount();
}
