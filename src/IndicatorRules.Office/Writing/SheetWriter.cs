using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using IndicatorRules.Office.Workbooks;
using Location = IndicatorRules.Schemes.Diagnostics.Location;

namespace IndicatorRules.Office.Writing;

/// <summary>Writes one sheet element by element.</summary>
internal sealed class SheetWriter(SheetDraft sheet, StyleSheet styles, SharedTexts texts)
{
    private const int Narrowest = 6;
    private const int Widest = 60;
    private const int LineHeight = 16;
    private const int TallestRow = 400;
    private const int Longest = 255;
    private const int LargeText = 12;
    private const string Formulas = "=+-@";

    private readonly Dictionary<int, int> _widths = [];

    internal void Write(WorksheetPart part, bool isFirst)
    {
        Lay();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(true);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true })
        {
            FilterMode = null,
        });
        writer.WriteElement(new SheetDimension { Reference = Range(1, 1, Math.Max(1, sheet.LastRow), Math.Max(1, sheet.LastColumn)) });
        writer.WriteElement(new SheetViews(View(isFirst)));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = Measure.Of(LineHeight) });
        WriteColumns(writer);
        WriteRows(writer);
        WriteRest(writer);
        writer.WriteEndElement();
    }

    /// <summary>The range with filters, from their headings to the last row.</summary>
    internal static string FilterRange(SheetDraft sheet, bool isAbsolute)
    {
        var (first, last) = (sheet.FilterRow, Math.Max(sheet.FilterRow, sheet.LastRow));
        return isAbsolute ? $"$A${first}:${Location.ColumnLetters(sheet.LastColumn)}${last}" : Range(first, 1, last, sheet.LastColumn);
    }

    private static string Range(int row, int column, int lastRow, int lastColumn) =>
        $"{Location.ColumnLetters(column)}{row}:{Location.ColumnLetters(lastColumn)}{lastRow}";

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];

    // Every column has the width that is given, or that its longest line takes.
    private void Lay()
    {
        var merged = sheet.Merged.Where(m => m.FirstColumn < m.LastColumn).Select(m => (m.FirstRow, m.FirstColumn)).ToHashSet();
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            _widths[column] = sheet.Widths.TryGetValue(column, out var given) ? given
                : Math.Clamp(
                    sheet.Cells.Where(c => c.Key.Column == column && !merged.Contains(c.Key))
                        .Select(c => TextWidth.OfLines(c.Value.Text ?? c.Value.Number ?? "")).DefaultIfEmpty().Max() + 2,
                    Narrowest, Widest);
        }
    }

    private SheetView View(bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst ? true : null, ShowGridLines = false };
        if (sheet.Frozen is var (rows, columns) && rows + columns > 0)
        {
            var pane = rows > 0 && columns > 0 ? PaneValues.BottomRight : rows > 0 ? PaneValues.BottomLeft : PaneValues.TopRight;
            view.Append(
                new Pane
                {
                    VerticalSplit = rows > 0 ? Measure.Of(rows) : null,
                    HorizontalSplit = columns > 0 ? Measure.Of(columns) : null,
                    TopLeftCell = $"{Location.ColumnLetters(columns + 1)}{rows + 1}",
                    ActivePane = pane,
                    State = PaneStateValues.Frozen,
                },
                new Selection { Pane = pane });
        }

        return view;
    }

    private void WriteColumns(OpenXmlWriter writer)
    {
        if (sheet.LastColumn == 0)
        {
            return;
        }

        writer.WriteStartElement(new Columns());
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            writer.WriteElement(new Column
            {
                Min = (uint)column,
                Max = (uint)column,
                Width = Measure.Of(_widths[column]),
                CustomWidth = true,
                Hidden = sheet.HiddenColumns.Contains(column) ? true : null,
            });
        }

        writer.WriteEndElement();
    }

    private void WriteRows(OpenXmlWriter writer)
    {
        writer.WriteStartElement(new SheetData());
        var heights = Heights();
        foreach (var row in sheet.Cells.GroupBy(c => c.Key.Row))
        {
            writer.WriteStartElement(new Row
            {
                RowIndex = (uint)row.Key,
                Height = Measure.Of(heights[row.Key]),
                CustomHeight = true,
            });
            foreach (var ((_, column), cell) in row)
            {
                writer.WriteElement(Cell($"{Location.ColumnLetters(column)}{row.Key}", cell));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    // A text in cells merged across rows makes the last of them higher where all together are too low for it.
    private Dictionary<int, int> Heights()
    {
        var heights = sheet.Cells.GroupBy(c => c.Key.Row).ToDictionary(r => r.Key, Height);
        foreach (var range in sheet.Merged.Where(m => m.FirstRow < m.LastRow))
        {
            if (sheet.Cells.TryGetValue((range.FirstRow, range.FirstColumn), out var cell)
                && cell is { Text: { } text, Look.Wrapped: true })
            {
                var width = Enumerable.Range(range.FirstColumn, range.LastColumn - range.FirstColumn + 1).Sum(c => _widths[c]);
                var rows = Enumerable.Range(range.FirstRow, range.LastRow - range.FirstRow + 1).Where(heights.ContainsKey).ToList();
                var lacking = HeightOf(TextWidth.Lines(text, width - 1)) - rows.Sum(r => heights[r]);
                heights[range.LastRow] += Math.Max(0, Math.Min(lacking, TallestRow - heights[range.LastRow]));
            }
        }

        return heights;
    }

    private static int HeightOf(int lines) => Math.Min(TallestRow, (lines * LineHeight) + 6);

    private int Height(IGrouping<int, KeyValuePair<(int Row, int Column), DraftCell>> row)
    {
        var most = 1;
        foreach (var ((number, column), cell) in row)
        {
            if (cell.Text is { } text && cell.Look.Wrapped && !sheet.HiddenColumns.Contains(column))
            {
                var range = sheet.Merged.Find(m => m.Has(number, column));
                var columns = range == default ? (column, column) : (range.FirstColumn, range.LastColumn);
                var width = Enumerable.Range(columns.Item1, columns.Item2 - columns.Item1 + 1).Sum(c => _widths[c]);
                var lines = TextWidth.Lines(text, width - 1) * (cell.Look.Size > LargeText ? 2 : 1);
                most = range.LastRow > range.FirstRow ? most : Math.Max(most, lines);
            }
        }

        return HeightOf(most);
    }

    private Cell Cell(string reference, DraftCell cell)
    {
        var written = new Cell { CellReference = reference };
        if (cell.Formula is { } formula)
        {
            written.CellFormula = new CellFormula(formula);
        }

        if (cell.Number is { } number)
        {
            written.CellValue = new CellValue(number);
        }
        else if (cell is { Formula: not null, Text: { } result })
        {
            (written.DataType, written.CellValue) = (CellValues.String, new CellValue(SharedTexts.Clean(result)));
        }
        else if (cell.Text is { Length: > 0 } text)
        {
            var index = texts.Of(text).ToString(CultureInfo.InvariantCulture);
            (written.DataType, written.CellValue) = (CellValues.SharedString, new CellValue(index));
        }

        written.StyleIndex = styles.Of(cell.Look, cell is { Formula: null, Text: [var first, ..] } && Formulas.Contains(first));
        return written;
    }

    private void WriteRest(OpenXmlWriter writer)
    {
        if (sheet.IsProtected)
        {
            writer.WriteElement(new SheetProtection
            {
                Sheet = true,
                Objects = true,
                Scenarios = true,
                FormatColumns = false,
                FormatRows = false,
                AutoFilter = false,
                Sort = false,
            });
        }

        if (sheet.FilterRow > 0)
        {
            writer.WriteElement(new AutoFilter { Reference = FilterRange(sheet, isAbsolute: false) });
        }

        if (sheet.Merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(sheet.Merged.Select(m =>
                new MergeCell { Reference = Range(m.FirstRow, m.FirstColumn, m.LastRow, m.LastColumn) }))
            {
                Count = (uint)sheet.Merged.Count,
            });
        }

        var priority = 1;
        foreach (var signal in sheet.Signals)
        {
            var range = signal.Range;
            writer.WriteElement(new ConditionalFormatting(
                new ConditionalFormattingRule(new Formula(signal.Formula))
                {
                    Type = ConditionalFormatValues.Expression,
                    FormatId = styles.Signal(signal.Fill, signal.Color),
                    Priority = priority++,
                })
            {
                SequenceOfReferences = new ListValue<StringValue>
                {
                    InnerText = Range(range.FirstRow, range.FirstColumn, range.LastRow, range.LastColumn),
                },
            });
        }

        if (sheet.Lists.Count > 0)
        {
            writer.WriteElement(new DataValidations(Validations()) { Count = (uint)Validations().Count() });
        }

        if (sheet.Links.Count > 0)
        {
            writer.WriteElement(new Hyperlinks(sheet.Links.Select(l =>
                new Hyperlink { Reference = $"{Location.ColumnLetters(l.Column)}{l.Row}", Location = l.Target })));
        }

        WritePage(writer);
    }

    // Cells with equal conditions share one entry: a list is the same for all its cells.
    private IEnumerable<DataValidation> Validations() => sheet.Lists.GroupBy(l => l.IsList ? l with { Row = 0, Column = 0 } : l).Select(g =>
    {
        var list = g.First();
        return new DataValidation(list.Formula.Length == 0 ? [] : [new Formula1(list.Formula)])
        {
            Type = list.Formula.Length == 0 ? DataValidationValues.None
                : list.IsList ? DataValidationValues.List
                : DataValidationValues.Custom,
            AllowBlank = true,
            ShowErrorMessage = list.Told.Length > 0,
            ErrorStyle = list.Refuses ? null : DataValidationErrorStyleValues.Warning,
            ErrorTitle = list.Told.Length > 0 ? "请核对" : null,
            Error = list.Told.Length > 0 ? Cut(list.Told) : null,
            ShowInputMessage = list.Prompt.Length > 0 ? true : null,
            Prompt = list.Prompt.Length > 0 ? Cut(list.Prompt) : null,
            SequenceOfReferences = new ListValue<StringValue>
            {
                InnerText = string.Join(' ', g.Select(l => $"{Location.ColumnLetters(l.Column)}{l.Row}")),
            },
        };
    });

    private void WritePage(OpenXmlWriter writer)
    {
        writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        writer.WriteElement(new PageMargins
        {
            Left = Measure.Of("0.4"),
            Right = Measure.Of("0.4"),
            Top = Measure.Of("0.5"),
            Bottom = Measure.Of("0.6"),
            Header = Measure.Of("0.3"),
            Footer = Measure.Of("0.3"),
        });
        writer.WriteElement(new PageSetup
        {
            PaperSize = (uint)sheet.Paper,
            Orientation = sheet.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
            FitToWidth = 1,
            FitToHeight = 0,
        });
        var footer = sheet.Footer.Replace("&", "&&", StringComparison.Ordinal);
        writer.WriteElement(new HeaderFooter(new OddFooter($"&L{footer}&R第 &P 页 共 &N 页")));
    }
}
