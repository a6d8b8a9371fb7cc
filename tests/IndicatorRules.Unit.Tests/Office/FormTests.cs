using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Office.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.TestKit;
using MiniExcelLibs;

namespace IndicatorRules.Office.Tests;

/// <summary>The form that a place fills in: written, filled in and read back.</summary>
public sealed class FormTests : IDisposable
{
    private readonly SchemeHost _host = SchemeHost.Open(
        new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });

    private readonly TempFolder _folder = new();

    private Scheme Scheme => _host.Catalog.Resolve("jingle-county").OrThrow();

    private static PlaceFacts Jingle => FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow().Facts;

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_Form_IsValidAndTheSameTwice()
    {
        var form = WorkbookForm.Write(Scheme, Jingle);
        using var document = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false);
        var faults = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document);

        Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
        Assert.Equal(form, WorkbookForm.Write(Scheme, Jingle));
    }

    [Fact]
    public void Write_Form_IsReadByAnotherReader()
    {
        var rows = Rows(WorkbookForm.Write(Scheme, Jingle));

        Assert.Equal("本年现状值", rows[0]["J"]);
        Assert.Equal("编号", rows[0]["X"]);
        Assert.Equal(Scheme.Indicators.Sum(i => 1 + i.Items.Length) + 1, rows.Count - 1);
        Assert.Equal("28", rows.First(r => (string?)r["X"] == "eco-appraisal-share")["I"]);
    }

    [Fact]
    public void Read_EmptyForm_StatesNothing()
    {
        var read = Read(FilledForm.With(
            WorkbookForm.Write(Scheme), ("县情!B2", "甲县"), ("县情!B4", "2022"), ("县情!B5", "湿润地区"), ("县情!B6", "100"),
            ("县情!B7", "0"), ("县情!B8", "0")));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(("甲县", "甲县"), (read.Value!.Facts.Place.Name, read.Value.Facts.Place.Code));
        Assert.All(read.Value.Facts.Find(2022)!.Indicators, i => Assert.Equal(AbsenceKind.NotReported, i.Own.Value.Absence));
    }

    [Fact]
    public void Read_EmptyFormWithLastYearsValues_IsAboutTheNewYear()
    {
        var facts = Read(WorkbookForm.Write(Scheme, Jingle)).Value!.Facts;

        Assert.Equal(2023, facts.LatestYear);
        Assert.All(facts.Find(2023)!.Indicators, i => Assert.Equal(AbsenceKind.NotReported, i.Own.Value.Absence));
        Assert.Equal(28m, Of(facts.Find(2022)!, "eco-appraisal-share").Own.Value.Low);
    }

    [Fact]
    public void Read_FilledForm_IsWhatWasTypedAndWhere()
    {
        var form = WorkbookForm.Write(Scheme, Jingle, 2023);
        var row = RowOf(form, "rural-sewage");
        var (eco, straw) = (RowOf(form, "eco-plan"), RowOf(form, "farm-waste.Straw"));
        var (task, farmland) = (RowOf(form, "energy-per-gdp"), RowOf(form, "polluted-farmland"));
        var read = Read(FilledForm.With(form,
            ($"填报表!J{row}", "52.91"), ($"填报表!L{row}", "是"), ($"填报表!T{row}", "2022"), ($"填报表!J{eco}", "制定实施"),
            ($"填报表!J{straw}", "5-7"), ($"填报表!K{farmland}", "本县没有此类事物"),
            ($"填报表!O{task}", "能耗降低率"), ($"填报表!P{task}", "%"), ($"填报表!Q{task}", "3.7"),
            ($"填报表!R{task}", "不低于"), ($"填报表!S{task}", "26.15")));

        Assert.Empty(read.Diagnostics);
        var facts = read.Value!.Facts.Find(2023)!;
        var sewage = Of(facts, "rural-sewage").Own;
        Assert.Equal((52.91m, true, 2022), (sewage.Value.Low, sewage.ReportedMet, sewage.OfYear));
        Assert.Equal("制定实施", Of(facts, "eco-plan").Own.Value.Text);
        Assert.Equal((5m, 7m), (Of(facts, "farm-waste").Item("Straw").Value.Low, Of(facts, "farm-waste").Item("Straw").Value.High));
        Assert.Equal(AbsenceKind.NothingOfTheKind, Of(facts, "polluted-farmland").Own.Value.Absence);
        Assert.Equal(
            new SuperiorTaskFigure("能耗降低率", "%", 3.7m, false, Reading.Number(26.15m)),
            Of(facts, "energy-per-gdp").SuperiorTask.Figures[0]);
        Assert.Equal($"填报表!J{row}", CellOf(read.Value.At(new FactPath(2023, "rural-sewage"))));
        // Last year's values are facts of last year.
        Assert.Equal(52.91m, Of(read.Value.Facts.Find(2022)!, "rural-sewage").Own.Value.Low);
        Assert.Equal("jingle-county", read.Value.Facts.Scheme);
    }

    [Fact]
    public void Read_WhatIsSaidForReaders_IsKept()
    {
        var form = WorkbookForm.Write(Scheme, Jingle, 2023);
        var (sewage, plan, straw) = (RowOf(form, "rural-sewage"), RowOf(form, "eco-plan"), RowOf(form, "farm-waste.Straw"));
        var read = Read(FilledForm.With(form,
            ($"填报表!J{sewage}", "52.91"), ($"填报表!U{sewage}", "2023-01-05"), ($"填报表!V{sewage}", "农业农村局\n水务局"),
            ($"填报表!W{sewage}", "=口径同上年"), ($"填报表!V{plan}", "生态环境局"), ($"填报表!W{straw}", "待核")));

        Assert.Empty(read.Diagnostics);
        var facts = read.Value!.Facts.Find(2023)!;
        var own = Of(facts, "rural-sewage").Own;
        Assert.Equal(("2023-01-05", "农业农村局\n水务局", "=口径同上年"), (own.Source?.Document, own.Owner, own.Note));
        // Who is to fill in what is still missing.
        Assert.Equal((AbsenceKind.NotReported, "生态环境局"), (Of(facts, "eco-plan").Own.Value.Absence, Of(facts, "eco-plan").Own.Owner));
        Assert.Equal("待核", Of(facts, "farm-waste").Item("Straw").Note);
        // The office is next year's too; sources and notes are not.
        var after = WorkbookForm.Write(Scheme, read.Value.Facts);
        var next = Rows(after)[RowOf(after, "rural-sewage") - 1];
        Assert.Equal(("农业农村局\n水务局", null, null), ((string?)next["V"], (string?)next["U"], (string?)next["W"]));
    }

    [Fact]
    public void Read_WrongCells_AreNamed()
    {
        var form = WorkbookForm.Write(Scheme, Jingle, 2023);
        var (met, year) = (RowOf(form, "rural-sewage"), RowOf(form, "urban-sewage"));
        var read = Read(FilledForm.With(form,
            ($"填报表!L{met}", "大概"), ($"填报表!J{met}", "50"), ($"填报表!T{year}", "去年"), ($"填报表!J{year}", "90"),
            ($"填报表!D{RowOf(form, "eco-plan")}", "河长制"), ($"填报表!J{RowOf(form, "eco-plan")}", "制定实施")));

        Assert.Equal(
            [
                $"a.xlsx 填报表!D{RowOf(form, "eco-plan")} IR5323", $"a.xlsx 填报表!T{year} IR5205", $"a.xlsx 填报表!L{met} IR5224",
            ],
            read.Diagnostics.OrderBy(d => d.Location.Line).ThenBy(d => d.Location.Column).Select(d => $"{d.Location} {d.Id}"));
    }

    [Fact]
    public void Read_FormWithoutItsCustomPart_StillNamesItsScheme()
    {
        using var stream = new MemoryStream();
        stream.Write(WorkbookForm.Write(Scheme, Jingle));
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document.WorkbookPart!.DeletePart(document.WorkbookPart.CustomXmlParts.First());
        }

        Assert.Equal("jingle-county", Read(stream.ToArray()).Value!.Facts.Scheme);
    }

    private static IndicatorFacts Of(YearFacts year, string id) => year.Indicators.First(i => i.Id == id);

    private static string CellOf(Location at) => $"{at.Sheet}!{at.Address}";

    private static int RowOf(byte[] form, string id) => Rows(form).FindIndex(r => (string?)r["X"] == id) + 1;

    private static List<IDictionary<string, object>> Rows(byte[] form) =>
        [.. new MemoryStream(form).Query(sheetName: "填报表").Cast<IDictionary<string, object>>()];

    private Result<FactsFile> Read(byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, "a.xlsx");
        File.WriteAllBytes(path, bytes);
        using var file = InputFile.Open(path);
        var rows = WorkbookTable.Open(file, "a.xlsx", named => named is null ? null : _host.Catalog.Resolve(named)).OrThrow();
        var table = _host.OpenTable(rows, "a.xlsx", Scheme);
        var read = table.OrThrow().ReadOne();
        return new(read.Value, [.. table.Diagnostics, .. read.Diagnostics]);
    }
}
