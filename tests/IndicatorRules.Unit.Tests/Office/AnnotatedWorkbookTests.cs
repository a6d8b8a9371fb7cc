using System.Diagnostics;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Office.Notes;
using IndicatorRules.Office.Tests.Support;
using IndicatorRules.Reporting;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.TestKit;
using MiniExcelLibs;
using Location = IndicatorRules.Schemes.Diagnostics.Location;

namespace IndicatorRules.Office.Tests;

/// <summary>The user's own file back, with each finding on its cell.</summary>
[Trait("Category", "Slow")]
public sealed class AnnotatedWorkbookTests : IDisposable
{
    private readonly SchemeHost _host = SchemeHost.Open(
        new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });

    private readonly TempFolder _folder = new();

    private Scheme Scheme => _host.Catalog.Resolve("jingle-county").OrThrow();

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_Form_IsValidTheSameTwiceAndChangesNoOtherPart()
    {
        var form = WrongForm();
        var copy = Annotated(form);

        Assert.Empty(Faults(copy));
        Assert.Equal(copy, Annotated(form));
        var (before, after) = (Parts(form), Parts(copy));
        var changed = before.Where(p => !after[p.Key].SequenceEqual(p.Value)).Select(p => p.Key).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml",
            ],
            changed.Where(p => !p.Contains("sheets/_rels", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_Form_ReadsAsBeforeAndCellsKeepTheirLooks()
    {
        var form = WrongForm();
        var copy = Annotated(form);

        var (before, after) = (Findings(form), Findings(copy));
        Assert.Equal(before.Diagnostics, after.Diagnostics);
        Assert.Equal(before.Contradictions.Select(c => c.Message), after.Contradictions.Select(c => c.Message));
        Assert.Equal(before.Contradictions.SelectMany(c => c.Sides), after.Contradictions.SelectMany(c => c.Sides));
        var (old, coloured) = (LookOf(form, "填报表", "J5"), LookOf(copy, "填报表", "J5"));
        Assert.Equal((old.NumberFormatId, old.FontId, old.BorderId), (coloured.NumberFormatId, coloured.FontId, coloured.BorderId));
    }

    [Fact]
    public void Write_Form_PutsEachFindingOnItsCellAndIntoTheSheet()
    {
        var form = WrongForm();
        var (diagnostics, contradictions) = Findings(form);
        var copy = Annotated(form);

        Assert.NotEmpty(diagnostics);
        Assert.NotEmpty(contradictions);
        var comments = Comments(copy);
        foreach (var found in diagnostics.Where(d => d.Location.Address is not null))
        {
            var text = comments[$"{found.Location.Sheet}!{found.Location.Address}"];
            Assert.Contains(found.Message(Language.Zh), text, StringComparison.Ordinal);
        }

        foreach (var side in contradictions.SelectMany(c => c.Sides.Where(s => s.Location.Address is not null), (c, s) => (c, s)))
        {
            Assert.Contains(side.c.Message.Zh, comments[$"{side.s.Location.Sheet}!{side.s.Location.Address}"], StringComparison.Ordinal);
        }

        var rows = new MemoryStream(copy).Query(sheetName: FindingsSheet.Name).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(1 + diagnostics.Distinct().Count() + contradictions.Length, rows.Count);
        Assert.Equal(["序号", "程度", "位置", "问题", "另见"], rows[0].Values.Cast<string>().Take(5));
        Assert.DoesNotContain(rows.Skip(1), r => ((string)r["D"]).Contains("IR5", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TheCopyAgain_KeepsCommentsAndSaysNothingTwice()
    {
        var copy = Annotated(WrongForm());
        var again = Annotated(copy);

        Assert.Empty(Faults(again));
        Assert.Equal(Comments(copy), Comments(again));
        using var document = SpreadsheetDocument.Open(new MemoryStream(again), isEditable: false);
        Assert.Equal(["校核结果", "校核结果2"], document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(s => s.Name!.Value!).Where(n => n.StartsWith("校核", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_PrintedTable_NeedsNoStylesAndKeepsGapsInOrder()
    {
        var printed = RawWorkbook.OfSheets(("表", RawWorkbook.Row(1, "序号", "指标名称", "单位", "2022年现状值")
            + "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>农村生活污水治理率</t></is></c>"
            + "<c r=\"D2\" t=\"e\"><v>#N/A</v></c><c r=\"F2\" t=\"inlineStr\"><is><t>附注</t></is></c></row>"));
        Diagnostic[] found =
        [
            new(DiagnosticCatalog.CellError, At(2, 5), ["E2", "#N/A"]), new(DiagnosticCatalog.CellError, At(2, 1), ["A2", "#N/A"]),
            new(DiagnosticCatalog.CellError, At(9, 3), ["C9", "'=1<&"]),
        ];
        var copy = Write(printed, found);

        Assert.Empty(Faults(copy));
        Assert.Equal(["表!A2", "表!C9", "表!E2"], Comments(copy).Keys.Order(StringComparer.Ordinal));
        using var document = SpreadsheetDocument.Open(new MemoryStream(copy), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Row>())
            .First(r => r.RowIndex?.Value == 2).Elements<Cell>().Select(c => c.CellReference!.Value);
        Assert.Equal(["A2", "B2", "D2", "E2", "F2"], cells);
    }

    [Fact]
    public void Write_NoFindings_SaysSo()
    {
        var copy = Write(WorkbookForm.Write(Scheme), []);
        var rows = new MemoryStream(copy).Query(sheetName: FindingsSheet.Name).Cast<IDictionary<string, object>>().ToList();

        Assert.Empty(Faults(copy));
        Assert.Equal("没有发现问题。", rows[1]["D"]);
        Assert.Empty(Comments(copy));
    }

    [Fact]
    public void Write_ForeignNotesWithoutEnd_AreRefused()
    {
        var bytes = ZipParts.Of([.. Parts(Write(RawWorkbook.Of(RawWorkbook.Row(1, "甲", "乙")),
                [new(DiagnosticCatalog.CellError, At(1, 1), ["A1", "#N/A"])]))
            .Select(p => (
                p.Key,
                p.Key.EndsWith(".vml", StringComparison.Ordinal) ? "<xml" : System.Text.Encoding.UTF8.GetString(p.Value)))]);
        var path = Path.Combine(_folder.Path, "b.xlsx");
        File.WriteAllBytes(path, bytes);
        using var file = InputFile.Open(path);
        var result = AnnotatedWorkbook.Write(
            file, "a.xlsx", [new(DiagnosticCatalog.CellError, At(1, 2), ["B1", "#N/A"])], [], Language.Zh);

        Assert.Equal(DiagnosticCatalog.WorkbookBroken.Id, Assert.Single(result.Diagnostics).Id);
    }

    [SofficeFact]
    public void LibreOffice_RewritesFormAndCopy_WhichReadTheSame()
    {
        var form = WrongForm();
        var copy = Annotated(form);
        var (before, rewritten) = (Findings(form), Rewritten(("form.xlsx", form), ("copy.xlsx", copy)));

        foreach (var file in rewritten)
        {
            var after = Findings(file);
            Assert.Equal(before.Diagnostics.Select(d => $"{d}"), after.Diagnostics.Select(d => $"{d}"));
            Assert.Equal(before.Contradictions.Select(c => c.Message), after.Contradictions.Select(c => c.Message));
        }

        Assert.Equal(Comments(copy).Keys.Order(StringComparer.Ordinal), Comments(rewritten[1]).Keys.Order(StringComparer.Ordinal));
        var here = new Location("a.xlsx", 9, 10) { Sheet = "填报表" };
        // LibreOffice orders the parts of what it writes differently, with comments of its own.
        var twice = Write(rewritten[1], [new(DiagnosticCatalog.CellError, here, ["J9", "#N/A"])]);
        Assert.Equal(Comments(rewritten[1]).Keys.Append("填报表!J9").Distinct().Count(), Comments(twice).Count);
    }

    [SofficeFact]
    public void LibreOffice_RewritesFiguresAndResult_WhichReadTheSame()
    {
        var facts = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();
        var figures = WorkbookForm.Write(Scheme, FactsRows.Of(Scheme, facts.Facts));
        var result = WorkbookReport.Write(
            PlaceReport.Of(_host.Assess(facts).OrThrow(), Language.Zh, _host.FindContradictions(facts).OrThrow()));

        foreach (var file in Rewritten(("figures.xlsx", figures), ("result.xlsx", result)))
        {
            var path = Path.Combine(_folder.Path, "again.xlsx");
            File.WriteAllBytes(path, file);
            using var opened = InputFile.Open(path);
            // The custom part that names the scheme is gone; the hidden cell names it.
            using var rows = WorkbookTable.Open(opened, path, named => _host.Catalog.Resolve(named!)).OrThrow();
            Assert.Equal((Scheme.Id, 0), (rows.Scheme, rows.Notices.Length));
            Assert.NotNull(rows.Hash);
            var read = _host.OpenTable(rows, path, Scheme).OrThrow().ReadOne().OrThrow().Facts;
            Assert.Equal(facts.Facts.Years.Select(y => y.Year), read.Years.Select(y => y.Year));
            Assert.All(
                facts.Facts.Years.Zip(read.Years).SelectMany(y => y.First.Indicators.Zip(y.Second.Indicators)),
                row => Assert.True(row.First.Equals(row.Second), row.First.Id));
        }
    }

    // Each file as LibreOffice writes it after opening it.
    private byte[][] Rewritten(params (string Name, byte[] Content)[] files)
    {
        var (from, to) = (Path.Combine(_folder.Path, "from"), Path.Combine(_folder.Path, "to"));
        Directory.CreateDirectory(from);
        foreach (var (name, content) in files)
        {
            File.WriteAllBytes(Path.Combine(from, name), content);
        }

        var start = new ProcessStartInfo(
            SofficeFactAttribute.Program!,
            [
                $"-env:UserInstallation={new Uri(Path.Combine(_folder.Path, "profile"))}", "--headless", "--norestore",
                "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", to, .. files.Select(f => Path.Combine(from, f.Name)),
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), "LibreOffice does not end.");
        var missing = files.FirstOrDefault(f => !File.Exists(Path.Combine(to, f.Name))).Name;
        Assert.True(missing is null, $"LibreOffice does not open {missing}: {said.Result}");
        return [.. files.Select(f => File.ReadAllBytes(Path.Combine(to, f.Name)))];
    }

    private static Location At(int row, int column) => new("a.xlsx", row, column) { Sheet = "表" };

    private byte[] WrongForm()
    {
        var form = WorkbookForm.Write(Scheme, FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow().Facts, 2023);
        return FilledForm.With(
            form, ("填报表!J5", "很多"), ("填报表!T5", "去年"), ("填报表!L6", "大概"), ("填报表!J6", "10"), ("表外数据!C2", "8000"),
            ("县情!B3", "140926"));
    }

    private byte[] Annotated(byte[] form)
    {
        var (diagnostics, contradictions) = Findings(form);
        return Write(form, diagnostics, [.. contradictions]);
    }

    private byte[] Write(byte[] form, IEnumerable<Diagnostic> diagnostics, params Checking.Contradiction[] contradictions)
    {
        var path = Path.Combine(_folder.Path, "a.xlsx");
        File.WriteAllBytes(path, form);
        using var file = InputFile.Open(path);
        return AnnotatedWorkbook.Write(file, "a.xlsx", diagnostics, contradictions, Language.Zh).OrThrow();
    }

    private (List<Diagnostic> Diagnostics, Checking.Contradiction[] Contradictions) Findings(byte[] form)
    {
        var path = Path.Combine(_folder.Path, "a.xlsx");
        File.WriteAllBytes(path, form);
        using var file = InputFile.Open(path);
        var rows = WorkbookTable.Open(file, "a.xlsx", named => named is null ? null : _host.Catalog.Resolve(named)).OrThrow();
        var table = _host.OpenTable(rows, "a.xlsx", Scheme);
        var read = table.OrThrow().ReadOne();
        var review = _host.FindContradictions(read.OrThrow(), new AssessOptions { Year = 2022 }, CancellationToken.None);
        return ([.. table.Diagnostics, .. read.Diagnostics, .. review.Diagnostics], [.. review.OrThrow().Contradictions]);
    }

    private static CellFormat LookOf(byte[] workbook, string sheet, string cell)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var main = document.WorkbookPart!;
        var id = main.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First(s => s.Name == sheet).Id!.Value!;
        var cells = ((WorksheetPart)main.GetPartById(id)).Worksheet!.Descendants<Cell>();
        var style = cells.First(c => c.CellReference == cell).StyleIndex;
        return main.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)style!.Value);
    }

    private static Dictionary<string, string> Comments(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var main = document.WorkbookPart!;
        return main.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToDictionary(s => s.Name!.Value!, s => s.Id!.Value!)
            .SelectMany(s => ((WorksheetPart)main.GetPartById(s.Value)).WorksheetCommentsPart?.Comments?.Descendants<Comment>()
                .Select(c => ($"{s.Key}!{c.Reference!.Value}", c.InnerText)) ?? [])
            .ToDictionary(c => c.Item1, c => c.InnerText);
    }

    private static IEnumerable<string> Faults(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document)
            .Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}")];
    }

    private static Dictionary<string, byte[]> Parts(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
