using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Reporting;
using IndicatorRules.Tests.Support;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace IndicatorRules.Tests.Reporting;

/// <summary>The papers of a place as files for Excel and Word, read back by the library of their formats.</summary>
[Trait("Category", "Slow")]
public sealed class PaperFilesTests
{
    private const string Hostile = "=1+1\u0001\uD800</w:t><script>\u202E";

    private static readonly PlaceReport Report = Of(Jingle.Facts2022);

    private static readonly string[] Lists = ["判定明细", "目标进度", "压线", "自报清单", "校核", "版本"];

    private static PlaceReport Of(FactsFile facts, Language language = Language.Zh, AssessOptions? options = null)
    {
        options ??= new AssessOptions { Scheme = "jingle-county" };
        return PlaceReport.Of(
            Hosts.Shared.Assess(facts, options).OrThrow(), language, Hosts.Shared.FindContradictions(facts, options).OrThrow());
    }

    [Fact]
    public void Both_WrittenTwice_AreTheSameBytes()
    {
        Assert.Equal(WorkbookReport.Write(Report), WorkbookReport.Write(Of(Jingle.Facts2022)));
        Assert.Equal(DocumentReport.Write(Report), DocumentReport.Write(Of(Jingle.Facts2022)));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Both_OfEverySample_AreValid(Language language)
    {
        PlaceReport[] all =
        [
            Of(Jingle.Facts2022, language), Of(Jingle.WhatIf, language, new AssessOptions { Year = 2025 }),
            Of(Jingle.Facts2022, language, new AssessOptions { Scheme = "national-revised" }), Of(HostileFacts(), language),
        ];
        foreach (var report in all)
        {
            AssertValid(report);
        }

        AssertValid(all[0], all[2]);
    }

    [Fact]
    public void Workbook_HasThePrintedTableAndTheLists()
    {
        using var book = Open(WorkbookReport.Write(Report), out _);
        Assert.Equal(["表2-1", .. Lists, "填报数据"], Names(book));
        var cells = Cells(book, "表2-1");
        Assert.Equal(
            [
                "领域", "任务", "序号", "指标名称", "单位", "指标值", "指标属性", "现状值（2022年）", "是否达标",
                "近期目标（2025年）", "中远期目标（2030年）",
            ],
            "ABCDEFGHIJK".Select(c => cells[$"{c}3"].Replace("\n", "", StringComparison.Ordinal)));
        Assert.Equal(38, cells.Count(c => c.Key[0] == 'C' && int.TryParse(c.Value, out _)));
    }

    [Fact]
    public void Workbook_Margins_AreNumbersWithAsciiMinus()
    {
        using var book = Open(WorkbookReport.Write(Report), out _);
        var sheet = Part(book, "判定明细").Worksheet!;
        var heading = Cells(book, "判定明细").Single(c => c.Key.EndsWith('1') && c.Key.Length == 2 && c.Value == "余量").Key[0];
        var margins = sheet.Descendants<Cell>()
            .Where(c => c.CellReference!.Value![0] == heading && c.DataType is null && c.CellValue is not null)
            .Select(c => c.CellValue!.Text).ToList();
        Assert.Contains("8", margins);
        Assert.All(margins, m => Assert.Matches(@"^-?[0-9]+(\.[0-9]+)?$", m));
    }

    [Fact]
    public void Workbook_ZeroAtTheEnd_IsKept()
    {
        var facts = Changed(28m, Reading.Number(28.560m));
        using var book = Open(WorkbookReport.Write(Of(facts)), out _);
        var cell = Part(book, "表2-1").Worksheet!.Descendants<Cell>()
            .Single(c => c.CellReference!.Value!.StartsWith('H') && c.CellValue?.Text == "28.560");
        Assert.Null(cell.DataType);
    }

    [Fact]
    public void Workbook_NumberOverFifteenDigits_StaysAsText()
    {
        const string Digits = "28.1234567890123456789";
        using var book = Open(WorkbookReport.Write(Of(Changed(28m, Reading.Number(28.1234567890123456789m, Digits)))), out _);
        Assert.Contains(Cells(book, "表2-1"), c => c.Key[0] == 'H' && c.Value == Digits);
        Assert.Contains(Cells(book, "判定明细"), c => c.Value.Contains(Digits, StringComparison.Ordinal));
        Assert.Contains(Cells(book, "判定明细"), c => c.Value == "28.1234567890123");
    }

    [Fact]
    public void Document_HasItsSectionsInOrderAndRepeatsTheHeadings()
    {
        using var stream = new MemoryStream(DocumentReport.Write(Report));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var body = document.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Heading1")
            .Select(p => p.InnerText);
        Assert.Equal(
            ["一、总体情况", "二、未达标项", "三、压线项", "四、仅凭自报的项和应补材料", "五、校核发现及更正", "附：数据来源"], headings);
        Assert.All(body.Elements<Table>(), t =>
            Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.All(body.Descendants<Run>(), r => Assert.NotNull(r.RunProperties?.RunFonts?.EastAsia));
        Assert.Contains(
            Report.Assessment.Scheme.Hash[..8], document.MainDocumentPart.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_Table_HasEveryPrintedLine()
    {
        using var stream = new MemoryStream(DocumentReport.Write(Report));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var table = document.MainDocumentPart!.Document!.Body!.Elements<Table>()
            .First(t => t.InnerText.Contains("中远期目标", StringComparison.Ordinal));
        Assert.Equal(Report.Rows.Sum(r => r.Lines.Length) + 1, table.Elements<TableRow>().Count());
        Assert.All(table.Elements<TableRow>(), r => Assert.Equal(11, r.Elements<TableCell>().Count()));
    }

    [Fact]
    public void Hostile_Texts_AreShownAndComputeNothing()
    {
        var report = Of(HostileFacts());
        using var book = Open(WorkbookReport.Write(report), out var package);
        Assert.DoesNotContain("<f>", Texts(package), StringComparison.Ordinal);
        Assert.Contains(Cells(book, "表2-1").Values, v => v.Contains("<U+0001><U+D800></w:t><script><U+202E>", StringComparison.Ordinal));
        using var stream = new MemoryStream(DocumentReport.Write(report));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Contains(
            document.MainDocumentPart!.Document!.Descendants<Text>(),
            t => t.Text.Contains("<U+D800></w:t><script>", StringComparison.Ordinal));
    }

    private static FactsFile HostileFacts() => With(i => i.Id == "eco-appraisal-share"
        ? i with { Own = i.Own with { Value = Reading.Words(Hostile), Source = new Source(Hostile) } }
        : i);

    private static FactsFile Changed(decimal from, Reading to) =>
        With(i => i.Own.Value is { Low: { } low, High: { } high } && low == from && high == from
            ? i with { Own = i.Own with { Value = to } }
            : i);

    private static FactsFile With(Func<IndicatorFacts, IndicatorFacts> change)
    {
        var facts = Jingle.Facts2022.Facts;
        return FactsFile.FromCode(new PlaceFacts(
            facts.Place,
            facts.Years.Select(y => new YearFacts(y.Year, y.Indicators.Select(change)) { Background = y.Background })));
    }

    private static void AssertValid(params PlaceReport[] reports)
    {
        using var book = Open(WorkbookReport.Write([.. reports]), out _);
        AssertNone(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book));
        using var stream = new MemoryStream(DocumentReport.Write([.. reports]));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        AssertNone(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document));
    }

    private static void AssertNone(IEnumerable<ValidationErrorInfo> errors) =>
        Assert.Equal([], errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));

    private static SpreadsheetDocument Open(byte[] written, out byte[] package)
    {
        package = written;
        return SpreadsheetDocument.Open(new MemoryStream(written), isEditable: false);
    }

    private static string Texts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return string.Concat(zip.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private static IEnumerable<string> Names(SpreadsheetDocument book) =>
        book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!);

    private static WorksheetPart Part(SpreadsheetDocument book, string name) => (WorksheetPart)book.WorkbookPart!.GetPartById(
        book.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().Single(s => s.Name!.Value == name).Id!.Value!);

    private static Dictionary<string, string> Cells(SpreadsheetDocument book, string name)
    {
        var shared = book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!
            .Elements<SharedStringItem>().Select(s => s.InnerText).ToList();
        return Part(book, name).Worksheet!.Descendants<Cell>().Where(c => c.CellValue is not null).ToDictionary(
            c => c.CellReference!.Value!,
            c => c.DataType?.Value == CellValues.SharedString
                ? shared[int.Parse(c.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]
                : c.CellValue!.Text);
    }
}
