using System.Text.Json;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Office.Tests.Support;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.TestKit;

namespace IndicatorRules.Office.Tests;

/// <summary>Table 2-1 of Jingle as its plan prints it, with one row for each indicator, judged from the workbook.</summary>
public sealed class PrintedTableTests : IDisposable
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
    public void Assess_PrintedTable_GivesTheVerdictsOfTheFacts()
    {
        var (table, plain) = Table();
        var (asPrinted, asFacts) = (Verdicts(Read(table)), Verdicts(FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow()));

        Assert.True(plain.Count > 20);
        Assert.All(plain, id => Assert.Equal((id, asFacts[id].Status, asFacts[id].Basis), (id, asPrinted[id].Status, asPrinted[id].Basis)));
        // Tasks and related figures are not in the table; without them a row rests on its claim, or on nothing.
        Assert.All(asFacts.Keys, id => Assert.True(
            asPrinted[id].Status == asFacts[id].Status || asPrinted[id].Status == Status.Undetermined
                || asPrinted[id].Basis == Basis.Declared, id));
    }

    // The workbook, and the ids of the rows that need nothing but what is printed.
    private (byte[] Table, List<string> Plain) Table()
    {
        using var facts = JsonDocument.Parse(File.ReadAllBytes(Repo.Sample("jingle-2022")));
        var rows = facts.RootElement.GetProperty("years")[0].GetProperty("indicators").EnumerateArray()
            .ToDictionary(r => r.GetProperty("id").GetString()!);
        var place = facts.RootElement.GetProperty("place");
        var text = RawWorkbook.Row(1, "表2-1 建设指标")
            + RawWorkbook.Row(2, "序号", "指标名称", "单位", "指标值", "2022年现状值", "是否达标");
        List<string> plain = [];
        foreach (var (indicator, i) in Scheme.Indicators.Select((indicator, i) => (indicator, i)))
        {
            if (!rows.TryGetValue(indicator.Id, out var row))
            {
                continue;
            }

            if (row.EnumerateObject().All(p => p.Name is "id" or "value" or "met" or "targets" or "source")
                && row.TryGetProperty("value", out var value) && value.ValueKind != JsonValueKind.Object)
            {
                plain.Add(indicator.Id);
            }

            var met = row.GetProperty("met").ValueKind == JsonValueKind.True ? "是" : "否";
            text += RawWorkbook.Row(
                i + 3,
                [
                    indicator.Number, Escaped(indicator.Name.Zh), Escaped(indicator.Unit), Escaped(indicator.Target.Zh),
                    Escaped(Value(row)), met,
                ]);
        }

        var about = RawWorkbook.Row(1, "县名", place.GetProperty("name").GetString()!)
            + RawWorkbook.Row(2, "气候区", "半湿润地区")
            + RawWorkbook.Row(3, "地形占比.山区", "49") + RawWorkbook.Row(4, "地形占比.丘陵区", "37")
            + RawWorkbook.Row(5, "地形占比.平原地区", "14");
        return (RawWorkbook.OfSheets(("表2-1", text), ("县情", about)), plain);
    }

    private static string Value(JsonElement row) => !row.TryGetProperty("value", out var value) ? ""
        : value.ValueKind != JsonValueKind.Object ? value.ToString()
            : value.TryGetProperty("words", out var words) ? words.GetString()! : "";

    private static string Escaped(string? text) => System.Security.SecurityElement.Escape(text ?? "");

    private Dictionary<string, IndicatorVerdict> Verdicts(FactsFile facts) => _host
        .Assess(facts, new AssessOptions { Scheme = "jingle-county" }, CancellationToken.None).OrThrow()
        .Indicators.ToDictionary(v => v.Indicator.Id);

    private FactsFile Read(byte[] bytes)
    {
        var path = Path.Combine(_folder.Path, "表2-1.xlsx");
        File.WriteAllBytes(path, bytes);
        using var file = InputFile.Open(path);
        var rows = WorkbookTable.Open(file, "表2-1.xlsx", _ => _host.Catalog.Resolve("jingle-county")).OrThrow();
        return _host.OpenTable(rows, "表2-1.xlsx", Scheme).OrThrow().ReadOne().OrThrow();
    }
}
