using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace IndicatorRules.Office.Documents;

/// <summary>A table with a heading that each page repeats. Not thread-safe.</summary>
/// <param name="width">The width in twentieths of a point.</param>
/// <param name="columns">The headings with their shares of the width.</param>
internal sealed class DocumentTable(int width, params (string Heading, int Share)[] columns)
{
    private readonly List<(DocumentCell[] Cells, bool StaysWithNext)> _rows = [];
    private readonly int[] _widths = [.. columns.Select(c => width * c.Share / columns.Sum(d => d.Share))];

    /// <summary>Adds a row.</summary>
    /// <param name="staysWithNext">Whether no page may end behind it.</param>
    /// <param name="cells">One cell for each column.</param>
    internal void Add(bool staysWithNext, params DocumentCell[] cells) => _rows.Add((cells, staysWithNext));

    internal void Add(params DocumentCell[] cells) => Add(false, cells);

    internal Table Write()
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(_widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()),
                    Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder())),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(_widths.Select(w => new GridColumn { Width = Text(w) })));
        table.Append(new TableRow(
            (OpenXmlElement[])
            [
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. columns.Select((c, i) => Cell(new(c.Heading) { Look = DocumentLook.TableHead, Fill = "DDEBF7" }, i, true)),
            ]));
        foreach (var (cells, staysWithNext) in _rows)
        {
            table.Append(new TableRow(
                (OpenXmlElement[])
                [
                    new TableRowProperties(new CantSplit()), .. cells.Select((c, i) => Cell(c, i, staysWithNext)),
                ]));
        }

        return table;
    }

    private TableCell Cell(DocumentCell cell, int column, bool staysWithNext)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(_widths[column]), Type = TableWidthUnitValues.Dxa });
        if (cell.Merge is { } merge)
        {
            properties.Append(new VerticalMerge { Val = merge == CellMerge.Begins ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        if (cell.Fill is { } fill)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = fill });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(properties, DocumentDraft.Paragraph(cell.Look, cell.Text, staysWithNext));
    }

    private static T Line<T>(T border)
        where T : BorderType
    {
        (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, 4U, 0U, "000000");
        return border;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One cell of a table. Immutable.</summary>
/// <param name="Text">Its text; that of a cell that is continued is not shown.</param>
internal sealed record DocumentCell(string Text)
{
    internal DocumentLook Look { get; init; } = DocumentLook.Cell;

    /// <summary>The background as RRGGBB; null for none.</summary>
    internal string? Fill { get; init; }

    /// <summary>Whether it begins or continues a cell of several rows; null for neither.</summary>
    internal CellMerge? Merge { get; init; }

    public static implicit operator DocumentCell(string text) => new(text);

    internal static DocumentCell Centered(string text) => new(text) { Look = DocumentLook.CellCentered };
}

/// <summary>The part that a cell has in one of several rows.</summary>
internal enum CellMerge
{
    /// <summary>Its first row.</summary>
    Begins,

    /// <summary>A later one.</summary>
    Continues,
}
