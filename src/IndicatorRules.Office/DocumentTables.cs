using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Drafting;
using IndicatorRules.Office.Documents;
using IndicatorRules.Office.Forms;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Office;

/// <summary>Reads the tables that a Word document (.docx) or a workbook (.xlsx) prints.</summary>
public static class DocumentTables
{
    /// <summary>Reads all tables, in the order of the document; of a workbook each sheet that is not hidden.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    public static Result<IReadOnlyList<PrintedTable>> Read(InputFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            using var package = WorkbookPackage.Open(file, name);
            var (tables, notices) = package.DocumentPart() is { } document
                ? OfDocument(package, document, name)
                : OfWorkbook(package.Bytes, name);
            return tables.Count > 0 ? new(tables, notices)
                : new(null, [new Diagnostic(DiagnosticCatalog.DocumentWithoutTables, new Location(name), [])]);
        }
        catch (DiagnosticException e)
        {
            return new(null, e.Diagnostics);
        }
    }

    private static (List<PrintedTable>, ImmutableArray<Diagnostic>) OfDocument(WorkbookPackage package, string part, string name)
    {
        using var xml = package.Read(part);
        var reader = new DocumentReader(xml, name);
        var tables = reader.Read();
        ImmutableArray<Diagnostic> notices = package.PassedOver is { IsEmpty: false } passed
            ? [new Diagnostic(DiagnosticCatalog.WorkbookPassedOver, new Location(name), [new LocalizedText(
                string.Join('、', passed.Select(p => p.Zh)), string.Join(", ", passed.Select(p => p.En)))])]
            : [];
        return (tables, !reader.HasStruck ? notices
            : [.. notices, new Diagnostic(DiagnosticCatalog.DocumentStruckText, new Location(name), [])]);
    }

    private static (List<PrintedTable>, ImmutableArray<Diagnostic>) OfWorkbook(byte[] bytes, string name)
    {
        using var workbook = WorkbookFile.Open(bytes, name);
        return ([.. workbook.Sheets.Where(s => !s.IsHidden).Select(s => OfSheet(s, name)).Where(t => t is not null).Select(t => t!)],
            workbook.Notices);
    }

    private static PrintedTable? OfSheet(Sheet sheet, string name)
    {
        var grid = new SheetGrid(sheet, PrintedTable.MostRows);
        var rows = new List<IReadOnlyList<PrintedCell>>();
        for (var row = 1; row <= Math.Min(grid.LastRow, PrintedTable.MostRows); row++)
        {
            rows.Add([.. Enumerable.Range(1, Math.Min(grid.Width, PrintedTable.MostColumns)).Select(column => new PrintedCell(
                grid.Text(row, column).Replace("\r\n", "\n", StringComparison.Ordinal),
                grid.Range(row, column) is { } range && range.FirstRow < row))]);
        }

        return rows.Count > 0 ? new(name, sheet.Name, "", rows) : null;
    }
}
