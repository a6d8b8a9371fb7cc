using System.Globalization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Office.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.TestKit;

namespace IndicatorRules.Office.Tests;

/// <summary>Sheets as clerks make them: what is read of each, and what is said.</summary>
public sealed class ClerkSheetTests : IDisposable
{
    private const string Share = "生态文明建设工作占党政实绩考核的比例";
    private const string Sewage = "农村生活污水治理率";
    private const string Waste = "农业废弃物综合利用率";

    private static readonly string[] Heading = ["序号", "指标名称", "单位", "指标值", "2022年现状值", "是否达标"];

    private static readonly (string Name, string Rows) About = ("县情",
        RawWorkbook.Row(1, "县名", "静乐县") + RawWorkbook.Row(2, "年份", "2022") + RawWorkbook.Row(3, "气候区", "半湿润地区")
        + RawWorkbook.Row(4, "山区", "49") + RawWorkbook.Row(5, "丘陵区", "37") + RawWorkbook.Row(6, "平原地区", "14"));

    private readonly SchemeHost _host = SchemeHost.Open(
        new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });

    private Scheme Scheme => _host.Catalog.Resolve("jingle-county").OrThrow();

    /// <summary>Name, rows, merged ranges, what is read, and the ids of what is said.</summary>
    public static TheoryData<string, string[][], string, string, string> Sheets => new()
    {
        {
            "years below a merged heading", [
                ["序号", "指标名称", "单位", "指标值", "现状值", "", "是否达标"], ["", "", "", "", "2021年", "2022年", ""],
                ["3", Share, "%", "≥20", "27", "28", "是"],
            ],
            "A1:A2 B1:B2 C1:C2 D1:D2 E1:F1 G1:G2", "2021 eco-appraisal-share 27; 2022 eco-appraisal-share 28 met", ""
        },
        {
            "three rows of headings", [
                ["序号", "指标名称", "指标完成情况", ""], ["", "", "现状值", ""], ["", "", "2021年", "2022年"], ["3", Share, "27", "28"],
            ],
            "A1:A3 B1:B3 C1:D1 C2:D2", "2021 eco-appraisal-share 27; 2022 eco-appraisal-share 28", ""
        },
        {
            "targets are no figures", [
                ["序号", "指标名称", "现状值", "", "目标值", ""], ["", "", "2021年", "2022年", "2025年", "2030年"],
                ["3", Share, "10", "18", "30", "40"],
            ],
            "A1:A2 B1:B2 C1:D1 E1:F1", "2021 eco-appraisal-share 10; 2022 eco-appraisal-share 18", ""
        },
        {
            "years beside a named figure", [["序号", "指标名称", "2022年现状值", "2025年", "2030年"], ["3", Share, "18", "30", "40"]],
            "", "2022 eco-appraisal-share 18", ""
        },
        {
            "years in brackets", [["序号", "指标名称", "现状值（2021年）", "现状值（2022年）"], ["3", Share, "27", "28"]],
            "", "2021 eco-appraisal-share 27; 2022 eco-appraisal-share 28", ""
        },
        {
            "a unit in the heading", [["序号", "指标名称", "2022年现状值（%）"], ["3", Share, "28"], ["20", "单位地区生产总值能耗", "0.5"]],
            "", "2022 eco-appraisal-share 28 %; 2022 energy-per-gdp 0.5 %", ""
        },
        {
            "a figure merged over two indicators",
            [Heading, ["28", "城镇污水处理率", "%", "≥85", "90", "是"], ["29", Sewage, "%", "≥50", "", "是"]],
            "E2:E3", "2022 rural-sewage - met", "IR5263"
        },
        {
            "a claim merged over the items", [
                Heading, ["24", "秸秆综合利用率", "%", "≥90", "92", "是"], ["", "畜禽粪污综合利用率", "%", "≥75", "91", ""],
                ["", "农膜回收利用率", "%", "≥80", "80", ""],
            ],
            "A2:A4 F2:F4", "2022 farm-waste - met; 2022 farm-waste.Straw 92; 2022 farm-waste.Manure 91; 2022 farm-waste.Film 80", ""
        },
        {
            "lines merged over the items", [
                Heading, ["24", "秸秆综合利用率", "%", "≥90", "92\n91\n80", ""], ["", "畜禽粪污综合利用率", "%", "≥75", "", ""],
                ["", "农膜回收利用率", "%", "≥80", "", ""],
            ],
            "A2:A4 E2:E4", "2022 farm-waste.Straw 92; 2022 farm-waste.Manure 91; 2022 farm-waste.Film 80", ""
        },
        { "two figures in a cell", [Heading, ["3", Share, "%", "≥20", "28\n30", "是"]], "", "2022 eco-appraisal-share 28；30 met", "" },
        {
            "a sum and signatures", [
                Heading, ["3", Share, "%", "≥20", "28", "是"], ["合计", "", "", "", "80.91", ""], ["注：1.年报数", "", "", "", "", ""],
                ["填报人：张三", "", "审核人：李四", "", "日期：1月5日", ""],
            ],
            "", "2022 eco-appraisal-share 28 met", "IR5242 IR5268"
        },
        {
            "footnotes behind names",
            [Heading, ["3①", Share + "①", "%", "≥20", "28", "是"], ["29", Sewage + "[1]", "%", "≥50", "52", "是"]],
            "", "2022 eco-appraisal-share 28 met; 2022 rural-sewage 52 met", ""
        },
        {
            "two tables side by side", [
                ["序号", "指标名称", "2022年现状值", "", "序号", "指标名称", "2022年现状值"], ["3", Share, "28", "", "29", Sewage, "52"],
            ],
            "", "2022 eco-appraisal-share 28", "IR5271"
        },
        {
            "the headings again for another year", [
                Heading, ["3", Share, "%", "≥20", "28", "是"], ["序号", "指标名称", "单位", "指标值", "2021年现状值", "是否达标"],
                ["3", Share, "%", "≥20", "27", "否"],
            ],
            "", "2021 eco-appraisal-share 27 not met; 2022 eco-appraisal-share 28 met", ""
        },
        {
            "another table below", [
                Heading, ["3", Share, "%", "≥20", "28", "是"], ["指标名称", "单位", "数值", "", "", ""],
                ["常住人口", "人", "119277", "", "", ""],
            ],
            "", "2022 eco-appraisal-share 28 met", "IR5272"
        },
        {
            "kinds of places below an indicator", [
                Heading, ["11", "林草覆盖率", "%", "", "", ""], ["", "山区", "%", "≥60", "", ""], ["", "丘陵区", "%", "≥40", "59", "是"],
            ],
            "", "", "IR5264"
        },
        {
            "the kind of the place", [
                Heading, ["10", "生态环境状况指数", "%", "", "", ""], ["", "湿润地区", "%", "≥60", "70", ""],
                ["", "半湿润地区", "%", "≥55", "60", "是"],
            ],
            "", "2022 eco-index 60 met", "IR5265"
        },
        {
            "items below an unknown indicator", [
                Heading, ["3", Share, "%", "≥20", "28", ""], ["24", Waste, "%", "", "", ""], ["99", "某项", "%", "", "5", ""],
                ["", "秸秆综合利用率", "%", "", "92", ""],
            ],
            "", "2022 eco-appraisal-share 28", "IR5001 IR5001"
        },
        {
            "a unit that is not the row's", [Heading, ["20", "单位地区生产总值能耗", "%", "", "31.4", ""]],
            "", "2022 energy-per-gdp 31.4 %", ""
        },
        {
            "years down the sheet", [["年份", "指标名称", "单位", "现状值"], ["2021", Share, "%", "27"], ["2022", Share, "%", "28"]],
            "", "2021 eco-appraisal-share 27 %; 2022 eco-appraisal-share 28 %", ""
        },
    };

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Read_Sheet_IsWhatTheClerkMeans(string name, string[][] rows, string merged, string read, string told)
    {
        Assert.NotEmpty(name);
        var text = string.Concat(rows.Select((r, i) => Row(i + 1, r)));
        var ranges = merged.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = ranges.Length == 0 ? "" : $"<mergeCells>{string.Concat(ranges.Select(r => $"<mergeCell ref=\"{r}\"/>"))}</mergeCells>";

        Assert.Equal((read, told), Of(RawWorkbook.OfSheets(rest, ("表", text), About)));
    }

    [Fact]
    public void Read_SheetForEachYear_IsOnePlace()
    {
        string Of2(string value) => Row(1, ["序号", "指标名称", "现状值"]) + Row(2, ["3", Share, value]);

        Assert.Equal(
            ("2021 eco-appraisal-share 27; 2022 eco-appraisal-share 28", ""),
            Of(RawWorkbook.OfSheets(("2021年", Of2("27")), ("2022年", Of2("28")), ("县情", RawWorkbook.Row(1, "县名", "静乐县")))));
    }

    [Fact]
    public void Read_SheetOfPlaces_ByNames_IsOfEachPlace()
    {
        var rows = Row(1, ["县（市、区）", "年份", "指标名称", "现状值"]) + Row(2, ["静乐县", "2022", Share, "28"])
            + Row(3, ["岢岚县", "2022", Share, "10"]) + Row(4, ["全市", "2022", Share, "19"]);
        using var file = InputFile.InMemory(RawWorkbook.OfSheets(("表", rows)));
        using var opened = WorkbookTable.Open(file, "表.xlsx", _ => _host.Catalog.Resolve("jingle-county")).OrThrow();
        var table = _host.OpenTable(opened, "表.xlsx", Scheme).OrThrow();

        Assert.Equal(
            ["静乐县 28", "岢岚县 10"],
            table.Blocks().SelectMany(b => b).Select(p => p.OrThrow().Facts)
                .Select(f => $"{f.Place.Name} {f.Years[0].Indicators.First(i => i.Own.Value.IsNumeric).Own.Value.Text}"));
    }

    [Fact]
    public void Read_PlaceAcross_IsReadAndWrongNamesAreTold()
    {
        var rows = Row(1, Heading) + Row(2, ["3", Share, "%", "≥20", "28", "是"]);
        var across = Row(1, ["县名", "代码", "年份", "气候区"]) + Row(2, ["静乐县", "140926", "2022", "半湿润地区"]);
        var wrong = Row(1, ["县名", "静乐县"]) + Row(2, ["气侯区", "半湿润地区"]);

        Assert.Equal(("2022 eco-appraisal-share 28 met", ""), Of(RawWorkbook.OfSheets(("表", rows), ("县情", across))));
        Assert.Equal(("2022 eco-appraisal-share 28 met", "IR5266"), Of(RawWorkbook.OfSheets(("表", rows), ("县情", wrong))));
    }

    [Fact]
    public void Read_HiddenColumnsAndSheets_AreTold()
    {
        var rows = Row(1, Heading) + Row(2, ["3", Share, "%", "≥20", "28", "是"]);
        var cols = "<cols><col min=\"5\" max=\"5\" hidden=\"1\"/></cols>";

        Assert.Equal(
            ("2022 eco-appraisal-share 28 met", "IR5261 IR5262"),
            Of(RawWorkbook.OfSheets(("表", rows), About, ("旧表", rows)), b => b
                .Replace("<sheetData>", cols + "<sheetData>", StringComparison.Ordinal)
                .Replace("<sheet name=\"旧表\"", "<sheet name=\"旧表\" state=\"hidden\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_BackgroundOfTwoYears_IsOfEach()
    {
        var rows = Row(1, Heading) + Row(2, ["3", Share, "%", "≥20", "28", "是"]);
        var beside = Row(1, ["指标名称", "单位", "2021年现状值", "2022年现状值"]) + Row(2, ["常住人口", "人", "120000", "119277"]);

        Assert.Equal(
            ("2021 Population 120000 人; 2022 Population 119277 人; 2022 eco-appraisal-share 28 met", ""),
            Of(RawWorkbook.OfSheets(("表", rows), About, ("表外数据", beside))));
    }

    [Fact]
    public void Read_YearsBelowPlaces_AreOfNoOnePlace()
    {
        var rows = Row(1, ["指标", "静乐县", "", "岢岚县", ""]) + Row(2, ["", "2021年", "2022年", "2021年", "2022年"])
            + Row(3, [Share, "27", "28", "9", "10"]);
        var merged = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"D1:E1\"/></mergeCells>";
        using var file = InputFile.InMemory(RawWorkbook.OfSheets(merged, ("表", rows)));

        var opened = WorkbookTable.Open(file, "表.xlsx", _ => _host.Catalog.Resolve("jingle-county"));

        Assert.Equal("IR5319", Assert.Single(opened.Diagnostics).Id);
    }

    [Fact]
    public void Read_ResultSavedFromCsv_NamesItsScheme()
    {
        var rows = Row(1, ["体系", "版本", "行政区", "年份", "指标编号", "指标", "现状值"])
            + Row(2, ["jingle-county", "1.0.0", "静乐县", "2022", "eco-appraisal-share", Share, "28"]);
        using var file = InputFile.InMemory(RawWorkbook.OfSheets(("结果", rows)));
        using var opened = WorkbookTable.Open(file, "结果.xlsx", _ => null).OrThrow();

        Assert.Equal("jingle-county", opened.Scheme);
    }

    private (string Read, string Told) Of(byte[] workbook, Func<string, string>? edit = null)
    {
        using var file = InputFile.InMemory(edit is null ? workbook : RawWorkbook.Edited(workbook, edit));
        var opened = WorkbookTable.Open(file, "表.xlsx", _ => _host.Catalog.Resolve("jingle-county"));
        using var rows = opened.OrThrow();
        var table = _host.OpenTable(rows, "表.xlsx", Scheme);
        var read = table.OrThrow().ReadOne();
        var facts = read.OrThrow().Facts;
        var said = from year in facts.Years
                   from fact in year.Background.Select(b => (b.Id, b.Fact)).Concat(year.Indicators.SelectMany(i =>
                       i.Items.Select(item => ($"{i.Id}.{item.Id}", item.Fact)).Prepend((i.Id, i.Own))))
                   where !fact.Item2.Equals(Fact.Unknown)
                   select string.Join(' ', new[]
                   {
                       year.Year.ToString(CultureInfo.InvariantCulture), fact.Item1, fact.Item2.Value.Text, fact.Item2.Unit ?? "",
                       fact.Item2.ReportedMet switch { true => "met", false => "not met", null => "" },
                   }.Where(t => t.Length > 0));
        return (
            string.Join("; ", said),
            string.Join(' ', opened.Diagnostics.Concat(table.Diagnostics).Concat(read.Diagnostics).Select(d => d.Id)
                .Where(id => id is not ("IR5325" or "IR5106")).Order(StringComparer.Ordinal)));
    }

    private static string Row(int number, string[] cells) => $"<row r=\"{number}\">" + string.Concat(cells.Index()
        .Where(c => c.Item.Length > 0)
        .Select(c => $"<c r=\"{Location.ColumnLetters(c.Index + 1)}{number}\" t=\"inlineStr\"><is><t>{c.Item}</t></is></c>")) + "</row>";
}
