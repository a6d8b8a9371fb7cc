using System.Globalization;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Drafting;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Documents;

/// <summary>Reads the tables of a Word document: merged cells carried, deleted text left out. Not thread-safe; one document.</summary>
internal sealed class DocumentReader(PartReader xml, string name)
{
    private const int MostTables = 1000;
    private const int MostNested = 20;

    private readonly List<PrintedTable> _tables = [];
    private int _nested;

    internal List<PrintedTable> Read()
    {
        var paragraph = new StringBuilder();
        var title = "";
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "tbl")
            {
                if (_tables.Count == MostTables)
                {
                    throw TooLarge(new("表格数", "The number of tables"), MostTables);
                }

                _tables.Add(new(name, "", title, Table()));
                title = "";
            }
            else if (!Text(paragraph) && xml.IsEnd && xml.Name == "p")
            {
                title = paragraph.ToString().Trim() is { Length: > 0 } text ? text : title;
                paragraph.Clear();
            }
        }

        return _tables;
    }

    private List<IReadOnlyList<PrintedCell>> Table()
    {
        var rows = new List<IReadOnlyList<PrintedCell>>();
        if (xml.IsEmpty)
        {
            return rows;
        }

        while (xml.Read() && !(xml.IsEnd && xml.Name == "tbl"))
        {
            if (xml.IsStart && xml.Name == "tr" && !xml.IsEmpty)
            {
                if (rows.Count == PrintedTable.MostRows)
                {
                    throw TooLarge(new("表格的行数", "The number of rows"), PrintedTable.MostRows);
                }

                rows.Add(Row(rows.Count > 0 ? rows[^1] : []));
            }
            else if (IsLeftOut)
            {
                xml.Skip();
            }
        }

        return rows;
    }

    private List<PrintedCell> Row(IReadOnlyList<PrintedCell> above)
    {
        var cells = new List<PrintedCell>();
        while (xml.Read() && !(xml.IsEnd && xml.Name == "tr"))
        {
            if (xml.IsStart && xml.Name == "gridBefore")
            {
                Add(cells, new PrintedCell(""), Number(1));
            }
            else if (xml.IsStart && xml.Name == "tc" && !xml.IsEmpty)
            {
                Cell(cells, above);
            }
            else if (IsLeftOut)
            {
                xml.Skip();
            }
        }

        return cells;
    }

    private void Cell(List<PrintedCell> cells, IReadOnlyList<PrintedCell> above)
    {
        var (span, isContinued) = (1, false);
        var text = new StringBuilder();
        while (xml.Read() && !(xml.IsEnd && xml.Name == "tc"))
        {
            if (xml.IsStart && xml.Name == "gridSpan")
            {
                span = Number(1);
            }
            else if (xml.IsStart && xml.Name == "vMerge")
            {
                isContinued = Value != "restart";
            }
            else if (xml.IsStart && xml.Name == "tbl")
            {
                Nested(text);
            }
            else if (!Text(text) && xml.IsEnd && xml.Name == "p")
            {
                text.Append('\n');
            }

            if (text.Length > WorkbookCaps.CellCharacters)
            {
                throw TooLarge(new("一个单元格的文字", "The text of a cell"), WorkbookCaps.CellCharacters);
            }
        }

        var at = cells.Count;
        var shown = isContinued && at < above.Count ? above[at].Text : text.ToString().TrimEnd('\n');
        Add(cells, new PrintedCell(shown, isContinued), span);
    }

    // A table in a cell: its texts, cell by cell.
    private void Nested(StringBuilder text)
    {
        if (++_nested > MostNested)
        {
            throw TooLarge(new("表格套表格的层数", "The depth of nested tables"), MostNested);
        }

        foreach (var cell in Table().SelectMany(r => r).Where(c => !c.IsContinued && c.Text.Length > 0))
        {
            text.Append(cell.Text).Append('\n');
        }

        _nested--;
    }

    private bool Text(StringBuilder text)
    {
        if (IsLeftOut)
        {
            xml.Skip();
            return true;
        }

        if (!xml.IsStart)
        {
            return false;
        }

        switch (xml.Name)
        {
            case "t":
                text.Append(xml.Content().Replace('\n', ' ').Replace('\r', ' '));
                return true;
            case "br" or "cr":
                text.Append('\n');
                return true;
            case "tab":
                text.Append(' ');
                return true;
            case "noBreakHyphen":
                text.Append('-');
                return true;
            default:
                return false;
        }
    }

    // Deleted or moved text, field codes, and the second writing of a text box. Properties hold no text, but tabs and marks of changes.
    private bool IsLeftOut =>
        xml.IsStart && xml.Name is "del" or "moveFrom" or "instrText" or "Fallback" or "pPr" or "rPr" or "tblPr" or "tblGrid";

    private string? Value => xml["w:val"] ?? xml["val"];

    private int Number(int otherwise) =>
        int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private void Add(List<PrintedCell> cells, PrintedCell cell, int span)
    {
        if (cells.Count + Math.Max(1, span) > PrintedTable.MostColumns)
        {
            throw TooLarge(new("表格的列数", "The number of columns"), PrintedTable.MostColumns);
        }

        for (var i = 0; i < Math.Max(1, span); i++)
        {
            cells.Add(cell);
        }
    }

    private DiagnosticException TooLarge(LocalizedText what, int limit) => WorkbookPackage.TooLarge(name, what, limit);
}
