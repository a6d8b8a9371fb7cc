using IndicatorRules.Office.Writing;
using IndicatorRules.Rows;

namespace IndicatorRules.Office.Forms;

/// <summary>The sheet with a row for each figure, which is read as the facts that it was written from.</summary>
internal static class FactsSheet
{
    internal const string Name = "填报数据";

    private static readonly CellLook Input = new() { Locked = false, Format = "@", Wrapped = true };

    internal static void Write(SheetDraft sheet, FactsRows rows, FormIdentity identity, string footer)
    {
        // Programs that rewrite workbooks drop custom parts.
        sheet.Set(1, rows.Headings.Length + 1, $"{identity}", CellLook.Heading);
        sheet.HiddenColumns.Add(rows.Headings.Length + 1);
        (sheet.Frozen, sheet.FilterRow, sheet.RepeatedRows, sheet.IsLandscape) = ((1, 0), 1, 1, true);
        sheet.Footer = footer;
        foreach (var (index, heading) in rows.Headings.Index())
        {
            sheet.Set(1, index + 1, heading, CellLook.Heading);
        }

        foreach (var (row, cells) in rows.Rows.Index())
        {
            foreach (var (index, text) in cells.Index())
            {
                sheet.Set(row + 2, index + 1, text, Input);
            }
        }
    }
}
