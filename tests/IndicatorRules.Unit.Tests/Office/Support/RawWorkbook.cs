using System.IO.Compression;
using System.Text;

namespace IndicatorRules.Office.Tests.Support;

/// <summary>A workbook from hand-written XML, good or bad, without the code under test.</summary>
internal static class RawWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook of one sheet with the content of <c>sheetData</c>, and what follows it.</summary>
    internal static byte[] Of(string rows, string rest = "", string styles = "", params (string Part, string Content)[] more) =>
        ZipParts.Of(
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="xml" ContentType="application/xml"/>
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>
            """),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", Relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
            ("rId3", "sharedStrings", "sharedStrings.xml"))),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
        ("xl/worksheets/sheet1.xml", Sheet(rows, rest)),
        .. more,
    ]);

    /// <summary>A workbook of several sheets, each with the content of its <c>sheetData</c>.</summary>
    internal static byte[] OfSheets(params (string Name, string Rows)[] sheets) => OfSheets("", sheets);

    /// <summary>The same, with what follows the cells of the first sheet.</summary>
    internal static byte[] OfSheets(string rest, params (string Name, string Rows)[] sheets) => ZipParts.Of(
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/workbook.xml"
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
            """),
        ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
            + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
            + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Relations(
            [.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml"))])),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Sheet(s.Rows, i == 0 ? rest : ""))),
    ]);

    /// <summary>The same workbook with every part edited.</summary>
    internal static byte[] Edited(byte[] workbook, Func<string, string> edit)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return ZipParts.Of([.. zip.Entries.Select(e =>
        {
            using var text = new StreamReader(e.Open());
            return (e.FullName, edit(text.ReadToEnd()));
        })]);
    }

    /// <summary>The XML of a sheet.</summary>
    internal static string Sheet(string rows, string rest = "") =>
        $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{rest}</worksheet>";

    /// <summary>A row of text cells.</summary>
    internal static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select(c => $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";

    private static string Relations(params (string Id, string Type, string Target)[] all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relationships}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";
}
