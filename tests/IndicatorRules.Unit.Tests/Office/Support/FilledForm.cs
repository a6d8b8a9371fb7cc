using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IndicatorRules.Office.Tests.Support;

/// <summary>Fills in a form as a person would, cell by cell.</summary>
internal static class FilledForm
{
    /// <summary>The workbook with other texts in some cells, each named 填报表!J14.</summary>
    internal static byte[] With(byte[] form, params (string Cell, string Text)[] typed)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var main = document.WorkbookPart!;
            foreach (var (address, text) in typed)
            {
                var (sheet, reference) = (address.Split('!')[0], address.Split('!')[1]);
                var id = main.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name == sheet).Id!.Value!;
                var cell = ((WorksheetPart)main.GetPartById(id)).Worksheet!.Descendants<Cell>().First(c => c.CellReference == reference);
                (cell.DataType, cell.CellValue, cell.InlineString) = (CellValues.InlineString, null, new InlineString(new Text(text)));
            }
        }

        return stream.ToArray();
    }
}
