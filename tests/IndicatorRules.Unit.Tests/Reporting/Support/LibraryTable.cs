using Spectre.Console;
using Spectre.Console.Rendering;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>The same table drawn by Spectre.Console.</summary>
internal sealed class LibraryTable : IReadOnlyCapabilities
{
    private LibraryTable()
    {
    }

    public ColorSystem ColorSystem => ColorSystem.NoColors;

    public bool Ansi => false;

    public bool Links => false;

    public bool AlternateBuffer => false;

    public bool Legacy => false;

    public bool Interactive => false;

    public bool Unicode => true;

    internal static string Draw(IReadOnlyList<Reporting.PlainColumn> columns, IReadOnlyList<string[]> rows, int[] widths)
    {
        var table = new Table().Border(TableBorder.Square);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = new Spectre.Console.TableColumn(new Text(columns[i].Heading)) { Width = widths[i] };
            table.AddColumn(columns[i].Right ? column.RightAligned().NoWrap() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(Array.ConvertAll(row, cell => new Text(cell)));
        }

        var width = widths.Sum() + (3 * widths.Length) + 1;
        return string.Concat(
            ((IRenderable)table).Render(new RenderOptions(new LibraryTable(), new Size(width, 1000)), width).Select(s => s.Text))
            .ReplaceLineEndings("\n");
    }
}
