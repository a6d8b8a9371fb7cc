using System.IO.Compression;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Office.Tests.Support;
using IndicatorRules.Office.Workbooks;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Tests;

/// <summary>Workbooks that strangers hand in.</summary>
public sealed class HostileWorkbookTests
{
    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "encrypted", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")], "加了密码的工作簿" },
        { "old", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[512], .. Encoding.Unicode.GetBytes("Workbook")], "旧版工作簿（.xls、.et）" },
        { "old Word", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")], "旧版 Word 文档" },
        { "text", Encoding.UTF8.GetBytes("行政区,年份"), "只是名字叫 .xlsx" },
        { "empty", [], "空文件" },
        { "zip", ZipParts.Of(("a.txt", "a")), "压缩包，里面没有工作簿" },
        { "ods", ZipParts.Of(("mimetype", "x"), ("content.xml", "<a/>")), "OpenDocument" },
        { "docx", ZipParts.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<a/>")), "Word 文档" },
        { "cut off", RawWorkbook.Of(RawWorkbook.Row(1, "a"))[..^40], "压缩包已损坏" },
        { "no sheets", ZipParts.Of(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Rels("xl/workbook.xml")),
            ("xl/workbook.xml", "<workbook/>")), "没有工作表" },
        { "DTD", ZipParts.Of(("[Content_Types].xml", "<Types/>"), ("_rels/.rels", Rels("xl/workbook.xml")),
            ("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><workbook>&b;</workbook>")), "DTD" },
        { "broken XML", RawWorkbook.Of("<row r=\"1\"><c><v>1</v>"), "读不懂" },
        { "missing text", RawWorkbook.Of("<row r=\"1\"><c t=\"s\"><v>7</v></c></row>"), "引用的文字不存在" },
        { "backwards", RawWorkbook.Of("<row r=\"2\"/><row r=\"1\"/>"), "读不懂" },
        { "column XFE", RawWorkbook.Of("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"), "列数超过了上限 16384" },
        { "column ZZZZZZZZ", RawWorkbook.Of("<row r=\"1\"><c r=\"ZZZZZZZZ1\"><v>1</v></c></row>"), "列数超过了上限 16384" },
        { "row 99999999999", RawWorkbook.Of("<row r=\"99999999999\"/>"), "行数超过了上限" },
        { "long cell", RawWorkbook.Of(RawWorkbook.Row(1, new string('a', 40_000))), "一个单元格的文字超过了上限" },
        { "many columns", RawWorkbook.Of($"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_385))}</row>"), "列数超过了上限" },
        { "many parts", ZipParts.Of([.. Enumerable.Range(0, 5000).Select(i => ($"p{i}", ""))]), "部件超过了上限 4096" },
        { "bomb", Bomb(), "解开后的内容超过了上限" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_HostileWorkbook_IsRefusedByName(string kind, byte[] bytes, string told)
    {
        var refused = Assert.Throws<DiagnosticException>(() => ReadAll(bytes));

        Assert.Contains(told, Assert.Single(refused.Diagnostics).Format(Language.Zh), StringComparison.Ordinal);
        Assert.NotEmpty(kind);
    }

    [Fact]
    public void Read_MacrosAndLinks_ArePassedOverByName()
    {
        var bytes = RawWorkbook.Of(
            RawWorkbook.Row(1, "a"), more: [("xl/vbaProject.bin", "x"), ("xl/externalLinks/externalLink1.xml", "<a/>")]);
        using var workbook = WorkbookFile.Open(bytes, "a.xlsx");

        Assert.Contains("宏、指向其他文件的链接", Assert.Single(workbook.Notices).Message(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PartLongerThanItsEntrySays_IsRefused()
    {
        var bytes = RawWorkbook.Of(RawWorkbook.Row(1, new string('a', 5000)));
        // The size in the table of contents and in the header before the part.
        foreach (var mark in (byte[][])[[0x50, 0x4b, 1, 2], [0x50, 0x4b, 3, 4]])
        {
            for (var at = bytes.AsSpan().IndexOf(mark); at >= 0; at = Next(bytes, mark, at))
            {
                var (sizeAt, nameAt) = mark[2] == 1 ? (at + 24, at + 46) : (at + 22, at + 30);
                if (bytes.AsSpan(nameAt).StartsWith("xl/worksheets"u8))
                {
                    BitConverter.TryWriteBytes(bytes.AsSpan(sizeAt), 100);
                }
            }
        }

        Assert.Throws<DiagnosticException>(() => ReadAll(bytes));
    }

    private static int Next(byte[] bytes, byte[] mark, int at) =>
        bytes.AsSpan(at + 1).IndexOf(mark) is var next and >= 0 ? at + 1 + next : -1;

    private static void ReadAll(byte[] bytes)
    {
        using var workbook = WorkbookFile.Open(bytes, "a.xlsx");
        foreach (var sheet in workbook.Sheets)
        {
            Assert.True(sheet.Rows().Sum(r => r.Cells.Count) >= 0 && !sheet.Merged.IsDefault);
        }
    }

    private static string Rels(string target) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
        + $"Target=\"{target}\"/></Relationships>";

    // 600 MB of blanks in 600 KB.
    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var blanks = new byte[1 << 20];
            foreach (var part in (string[])["xl/a.xml", "xl/b.xml", "xl/c.xml"])
            {
                using var to = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
                for (var i = 0; i < 200; i++)
                {
                    to.Write(blanks);
                }
            }
        }

        return stream.ToArray();
    }
}
