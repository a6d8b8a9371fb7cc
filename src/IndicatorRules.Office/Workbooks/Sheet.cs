using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Workbooks;

/// <summary>A rectangle of cells, counted from 1, both ends included. Immutable.</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    internal bool Has(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>One sheet of a workbook, read row by row. Not thread-safe.</summary>
internal sealed class Sheet(WorkbookFile workbook, string name, string part, bool isHidden)
{
    /// <summary>The name.</summary>
    internal string Name => name;

    /// <summary>The name of its part.</summary>
    internal string Part => part;

    internal bool IsHidden => isHidden;

    internal Location At(int row = 0, int column = 0) => new(workbook.Name, row, column) { Sheet = name };

    /// <summary>The merged ranges, in the order of the file.</summary>
    internal ImmutableArray<CellRange> Merged => field.IsDefault ? field = ReadMerged() : field;

    /// <summary>The hidden columns, as ranges from 1.</summary>
    internal ImmutableArray<(int First, int Last)> HiddenColumns => field.IsDefault ? field = ReadHiddenColumns() : field;

    /// <summary>Enumerates the rows that have cells, from the top. The row is reused.</summary>
    /// <exception cref="DiagnosticException">The rest cannot be read.</exception>
    internal IEnumerable<SheetRow> Rows(Action<long, long>? progress = null)
    {
        using var xml = workbook.Read(part);
        if (!xml.Next("sheetData") || xml.IsEmpty)
        {
            yield break;
        }

        var row = new SheetRow();
        var before = 0;
        while (xml.Read() && !(xml.IsEnd && xml.Name == "sheetData"))
        {
            if (!xml.IsStart || xml.Name != "row")
            {
                continue;
            }

            var number = xml["r"] is { } written ? Index(xml, written, WorkbookCaps.Rows) : before + 1;
            if (number <= before || number > WorkbookCaps.Rows)
            {
                throw number > WorkbookCaps.Rows ? TooLarge(new("行数", "The number of rows"), WorkbookCaps.Rows) : xml.Broken();
            }

            before = number;
            row.Turn(number, xml["hidden"] is "1" or "true");
            ReadCells(xml, row);
            progress?.Invoke(xml.Progress.Read, xml.Progress.Length);
            yield return row;
        }
    }

    private void ReadCells(PartReader xml, SheetRow row)
    {
        if (xml.IsEmpty)
        {
            return;
        }

        var before = 0;
        while (xml.Read() && !(xml.IsEnd && xml.Name == "row"))
        {
            if (!xml.IsStart || xml.Name != "c")
            {
                continue;
            }

            var column = xml["r"] is { } written ? Column(xml, written) : before + 1;
            if (column > WorkbookCaps.Columns)
            {
                throw TooLarge(new("列数", "The number of columns"), WorkbookCaps.Columns);
            }

            if (column <= before)
            {
                throw xml.Broken();
            }

            before = column;
            if (ReadCell(xml, column) is { Kind: not CellKind.Empty } cell)
            {
                row.Add(cell);
            }
        }
    }

    private SheetCell ReadCell(PartReader xml, int column)
    {
        var (type, style) = (xml["t"] ?? "n", xml["s"]);
        string? value = null;
        string? inline = null;
        var hasFormula = false;
        if (!xml.IsEmpty)
        {
            while (xml.Read() && !(xml.IsEnd && xml.Name == "c"))
            {
                if (!xml.IsStart)
                {
                    continue;
                }

                switch (xml.Name)
                {
                    case "v":
                        value = xml.Content();
                        break;
                    case "is":
                        inline = xml.Content();
                        break;
                    case "f":
                        hasFormula = true;
                        xml.Skip();
                        break;
                    default:
                        xml.Skip();
                        break;
                }
            }
        }

        return value is null && inline is null
            ? new(column, hasFormula ? CellKind.NoValue : CellKind.Empty, hasFormula ? "=" : "")
            : Cell(xml, column, type, workbook.Formats.Of(style), value ?? "", inline);
    }

    private SheetCell Cell(PartReader xml, int column, string type, CellFormat format, string value, string? inline) => type switch
    {
        "s" => Text(column, workbook.SharedString(Index(xml, value, int.MaxValue), xml)),
        "inlineStr" => Text(column, inline ?? value),
        "str" => Text(column, value),
        "e" => new(column, CellKind.Error, value),
        "d" => new(column, CellKind.Date, value),
        "b" => new(column, CellKind.Text, value == "1" ? "TRUE" : "FALSE"),
        _ when value.Length == 0 => default,
        _ when format.Form == NumberForm.Date => new(column, CellKind.Date, ExcelDate.Shown(value, workbook.Uses1904) ?? value),
        _ when format.Form == NumberForm.Percent && CellNumber.Shown(value, 2) is { } percent =>
            new(column, CellKind.Percent, percent + "%"),
        _ when format.Form == NumberForm.Scaled => new(column, CellKind.Scaled, CellNumber.Shown(value) ?? value),
        _ => new(column, CellKind.Number, (CellNumber.Shown(value) ?? value) + format.Unit),
    };

    private static SheetCell Text(int column, string text) =>
        string.IsNullOrWhiteSpace(text) ? default : new(column, CellKind.Text, Unescaped(text));

    // _x000D_ and its like are escapes of characters that XML cannot hold; a line break in a cell is a plain one.
    private static string Unescaped(string text)
    {
        text = text.Replace("_x000D_", "", StringComparison.OrdinalIgnoreCase).Replace("_x000A_", "\n", StringComparison.OrdinalIgnoreCase);
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Replace("_x005F_", "_", StringComparison.OrdinalIgnoreCase);
    }

    private ImmutableArray<CellRange> ReadMerged()
    {
        var ranges = ImmutableArray.CreateBuilder<CellRange>();
        using var xml = workbook.Read(part);
        while (xml.Next("mergeCell"))
        {
            if (ranges.Count == WorkbookCaps.Entries)
            {
                throw TooLarge(new("合并单元格", "The number of merged ranges"), WorkbookCaps.Entries);
            }

            if (xml["ref"]?.Split(':') is [var first, var last])
            {
                var (top, left) = (RowOf(xml, first), Column(xml, first));
                ranges.Add(new CellRange(top, left, Math.Max(top, RowOf(xml, last)), Math.Max(left, Column(xml, last))));
            }
        }

        return ranges.ToImmutable();
    }

    // They precede the rows.
    private ImmutableArray<(int First, int Last)> ReadHiddenColumns()
    {
        var hidden = ImmutableArray.CreateBuilder<(int, int)>();
        using var xml = workbook.Read(part);
        while (xml.Read() && !(xml.IsStart && xml.Name == "sheetData") && hidden.Count < WorkbookCaps.Columns)
        {
            if (xml.IsStart && xml.Name == "col" && xml["hidden"] is "1" or "true"
                && int.TryParse(xml["min"], NumberStyles.None, null, out var first)
                && int.TryParse(xml["max"], NumberStyles.None, null, out var last))
            {
                hidden.Add((first, last));
            }
        }

        return hidden.ToImmutable();
    }

    private DiagnosticException TooLarge(LocalizedText what, long limit) => WorkbookPackage.TooLarge(workbook.Name, what, limit);

    private static int Index(PartReader xml, string digits, int most) =>
        int.TryParse(digits, NumberStyles.None, null, out var index) ? index
        : digits.All(char.IsAsciiDigit) && most < int.MaxValue ? most + 1
        : throw xml.Broken();

    // The letters of J14 as a number; an absurd name is beyond every limit.
    private static int Column(PartReader xml, string cell)
    {
        var column = 0;
        foreach (var c in cell.TakeWhile(char.IsAsciiLetter))
        {
            column = Math.Min(WorkbookCaps.Columns + 1, (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1));
        }

        return column > 0 ? column : throw xml.Broken();
    }

    private static int RowOf(PartReader xml, string cell) =>
        Index(xml, new string([.. cell.SkipWhile(char.IsAsciiLetter)]), WorkbookCaps.Rows);
}
