using System.Globalization;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Drafting;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Documents;

/// <summary>
/// Reads the tables of a Word document: merged cells carried, text that is deleted, struck out or hidden left out. Not thread-safe; one
/// document.
/// </summary>
internal sealed class DocumentReader(PartReader xml, string name)
{
    private const int MostTables = 1000;
    private const int MostNested = 20;

    private readonly List<PrintedTable> _tables = [];
    private int _nested;
    private int _tablesOpen;
    private bool _isRaised;
    private bool _isStruck;
    private bool _isHidden;

    /// <summary>Whether text was struck out, and therefore left out.</summary>
    internal bool HasStruck { get; private set; }

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
                // 单位：万元 between a title and its table is none.
                title = paragraph.ToString().Trim() is { Length: > 0 } text
                    && (title.Length == 0 || !text.StartsWith("单位", StringComparison.Ordinal)) ? text : title;
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

        _tablesOpen++;
        while (xml.Read() && !(xml.IsEnd && xml.Name == "tbl"))
        {
            if (xml.IsStart && xml.Name == "tr" && !xml.IsEmpty)
            {
                if (rows.Count == PrintedTable.MostRows)
                {
                    throw TooLarge(new("表格的行数", "The number of rows"), PrintedTable.MostRows);
                }

                if (Row(rows.Count > 0 ? rows[^1] : []) is { } row)
                {
                    rows.Add(row);
                }
            }
            else if (IsLeftOut)
            {
                xml.Skip();
            }
        }

        _tablesOpen--;
        return rows;
    }

    // None for a row that is deleted.
    private List<PrintedCell>? Row(IReadOnlyList<PrintedCell> above)
    {
        var cells = new List<PrintedCell>();
        var (isInProperties, isDeleted) = (false, false);
        while (xml.Read() && !(xml.IsEnd && xml.Name == "tr"))
        {
            isInProperties = xml.Name == "trPr" ? xml is { IsStart: true, IsEmpty: false } : isInProperties;
            if (xml.IsStart && xml.Name == "gridBefore")
            {
                Add(cells, new PrintedCell(""), Number(1));
            }
            else if (isInProperties && xml.IsStart && xml.Name == "del")
            {
                isDeleted = true;
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

        return isDeleted ? null : cells;
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
            case "r":
                (_isRaised, _isStruck, _isHidden) = (false, false, false);
                return false;
            case "vertAlign":
                _isRaised = xml.Local("val") == "superscript";
                return true;
            case "strike" or "dstrike":
                _isStruck |= xml.IsOn;
                return true;
            case "vanish" or "webHidden":
                _isHidden |= xml.IsOn;
                return true;
            case "t":
                Add(text, xml.Content().Replace('\n', ' ').Replace('\r', ' '));
                return true;
            case "sym":
                Add(text, SymbolText.Of(xml.Local("font"), xml.Local("char")));
                return true;
            case "footnoteReference" or "endnoteReference":
                Add(text, PrintedTable.NoteMark);
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

            // What a formula says by its layout: a power, a fraction, a root.
            case "sup":
                text.Append('^');
                return true;
            case "den":
                text.Append('/');
                return true;
            case "rad":
                text.Append('√');
                return true;

            // A picture in the line, which may be a sign: nothing beside it is read as if it were not there.
            case "object" or "inline" or "imagedata" when _tablesOpen > 0:
                Add(text, SymbolText.Unknown);
                return true;
            default:
                return false;
        }
    }

    private void Add(StringBuilder text, string run)
    {
        HasStruck |= _isStruck && run.Length > 0;
        if (!_isStruck && !_isHidden)
        {
            text.Append(_isRaised ? string.Concat(run.Select(RaisedText.Of)) : run);
        }
    }

    // Deleted or moved text, field codes, phonetic guides, and the second writing of a text box. Properties of
    // paragraphs and tables hold no text, but tabs and marks of changes.
    private bool IsLeftOut =>
        xml.IsStart && xml.Name is "del" or "moveFrom" or "instrText" or "Fallback" or "pPr" or "tblPr" or "tblGrid" or "rt";

    private string? Value => xml.Local("val");

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
