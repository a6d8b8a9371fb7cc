using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tables;
using IndicatorRules.TestKit;

namespace IndicatorRules.Office.Tests;

/// <summary>Random facts with everything that facts can say are read as the same from JSON, CSV and workbooks.</summary>
[Trait("Category", "Slow")]
public sealed class ConvertedFactsTests
{
    private static readonly SchemeHost Host = SchemeHost.Open(
        new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });

    private static readonly Scheme Scheme = Host.Catalog.Resolve("jingle-county").Value!;

    public static Arbitrary<WholeFacts> All() => Arb.From(
        from text in RandomFacts.For(Scheme)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select new WholeFacts(Whole(text, seed)));

    [Property(MaxTest = 30, Arbitrary = [typeof(ConvertedFactsTests)])]
    public void Json_AnyFacts_AreReadAsTheSame(WholeFacts whole)
    {
        var facts = Read(whole.Text);
        AssertSame(facts, Read(FactsWriter.ToJson(facts)));
        Assert.Equal(FactsWriter.ToJson(facts), FactsWriter.ToJson(Read(FactsWriter.ToJson(facts))));
    }

    [Property(MaxTest = 30, Arbitrary = [typeof(ConvertedFactsTests)])]
    public void Csv_AnyFacts_AreReadAsTheSame(WholeFacts whole)
    {
        using var folder = new TempFolder();
        var facts = Read(whole.Text);
        var rows = FactsRows.Of(Scheme, facts);
        var path = folder.Write("facts.csv", string.Concat(rows.Rows.Prepend(rows.Headings).Select(r => CsvCell.Line(r))));

        using var file = InputFile.Open(path);
        using var opened = TableFile.Open(file, path);
        AssertSame(facts, Read(opened, path));
    }

    [Property(MaxTest = 8, Arbitrary = [typeof(ConvertedFactsTests)])]
    public void Workbook_AnyFacts_AreReadAsTheSame(WholeFacts whole)
    {
        using var folder = new TempFolder();
        var facts = Read(whole.Text);
        var bytes = WorkbookForm.Write(Scheme, FactsRows.Of(Scheme, facts));
        var path = Path.Combine(folder.Path, "facts.xlsx");
        File.WriteAllBytes(path, bytes);

        using var file = InputFile.Open(path);
        using var opened = WorkbookTable.Open(file, path, named => Host.Catalog.Resolve(named!)).OrThrow();
        Assert.Equal(Scheme.Id, opened.Scheme);
        AssertSame(facts, Read(opened, path));
        Assert.Equal(bytes, WorkbookForm.Write(Scheme, FactsRows.Of(Scheme, facts)));
    }

    private static PlaceFacts Read(string json)
    {
        var text = Schemes.Json.JsonText.Read(Encoding.UTF8.GetBytes(json), "facts.json").OrThrow();
        return Host.WithIds(FactsReader.Read(text).OrThrow(), Scheme).OrThrow().Facts;
    }

    private static PlaceFacts Read(ITableRows rows, string path)
    {
        var table = Host.OpenTable(rows, path, Scheme);
        Assert.Empty(table.Diagnostics);
        var read = table.OrThrow().ReadOne();
        Assert.DoesNotContain(read.Diagnostics, d => d.Severity == Severity.Error);
        return read.OrThrow().Facts;
    }

    private static void AssertSame(PlaceFacts expected, PlaceFacts actual)
    {
        Assert.Equal(expected.Note, actual.Note);
        var (one, other) = (expected.Place, actual.Place);
        Assert.Equal((one.Code, one.Name, one.Level), (other.Code, other.Name, other.Level));
        Assert.Equal(one.Attributes.ToHashSet(), other.Attributes.ToHashSet());
        Assert.Equal(expected.Years.Select(y => y.Year), actual.Years.Select(y => y.Year));
        foreach (var (year, again) in expected.Years.Zip(actual.Years))
        {
            Assert.Equal(year.Indicators.Select(i => i.Id), again.Indicators.Select(i => i.Id));
            foreach (var (row, read) in year.Indicators.Zip(again.Indicators))
            {
                Assert.True(row.Equals(read), $"{Told(expected, row)}{Told(actual, read)}");
            }

            foreach (var (figure, read) in year.Background.Zip(again.Background))
            {
                Assert.Equal(figure.Fact.Source, read.Fact.Source);
                Assert.Equal(figure.Fact.Unit, read.Fact.Unit);
                Assert.Equal(figure.Fact.Value, read.Fact.Value);
                Assert.Equal(figure.Fact, read.Fact);
            }

            Assert.Equal(year.Background.Length, again.Background.Length);
            Assert.Equal(year.Adjustments, again.Adjustments);
        }
    }

    private static string Told(PlaceFacts facts, IndicatorFacts row) =>
        FactsWriter.ToJson(new PlaceFacts(facts.Place, [new YearFacts(RandomFacts.Year, [row])]));

    // Adds what random facts for judging do not have.
    private static string Whole(string text, int seed)
    {
        var random = new System.Random(seed);
        var root = JsonNode.Parse(text)!.AsObject();
        root["document"] = "县规划";
        root["place"]!["level"] = "county";
        root["place"]!["attributes"]![0]!["source"] = "表2-1 第10行";
        if (random.Next(2) == 0)
        {
            root["note"] = "虚构，含\"引号\"、逗号,和=公式";
        }

        var background = Scheme.Lineage().SelectMany(s => s.Background).Select(b => b.Id).Distinct().ToList();
        foreach (var year in root["years"]!.AsArray().OfType<JsonObject>())
        {
            foreach (var row in year["indicators"]!.AsArray().OfType<JsonObject>())
            {
                foreach (var entry in (row["items"]?.AsArray() ?? []).OfType<JsonObject>().Prepend(row))
                {
                    Beside(entry, random);
                }

                if (random.Next(4) == 0)
                {
                    row["targets"] = JsonNode.Parse(
                        """[{ "year": 2025, "text": "≥28", "atLeast": 28 }, { "year": 2030, "text": "=完成任务", "task": true }]""");
                    row["bindings"] = JsonNode.Parse("""[{ "level": "国家", "binding": "binding" }, { "binding": "reference" }]""");
                }
            }

            if (background.Count > 0 && random.Next(2) == 0)
            {
                year["background"] = new JsonArray(background.Take(3).Select(id => (JsonNode)new JsonObject
                {
                    ["id"] = id,
                    ["value"] = Pick<JsonNode>(random, 12.50m, "≥3", "-"),
                    ["source"] = "第5页",
                    ["owner"] = "统计局",
                    ["note"] = "年报",
                }).ToArray());
            }
        }

        return root.ToJsonString();
    }

    private static void Beside(JsonObject entry, System.Random random)
    {
        if (random.Next(4) == 0)
        {
            entry["source"] = Pick<JsonNode>(random, "表2-1 第3行", new JsonObject { ["document"] = "统计年鉴", ["place"] = "第2页" });
        }

        if (random.Next(4) == 0)
        {
            entry["owner"] = Pick<string>(random, "农业农村局", "水务局、住建局");
        }

        if (random.Next(4) == 0)
        {
            entry["note"] = Pick<string>(random, "待核", "=口径\n同上年,\"注\"");
        }

        if (random.Next(4) == 0)
        {
            entry["remark"] = Pick<string>(random, "全市第一", "含（注）", "约", "-");
        }

        if (random.Next(5) == 0 && entry["value"] is JsonValue value && decimal.TryParse(value.ToJsonString(), out _))
        {
            entry["estimated"] = true;
        }

        if (random.Next(5) == 0)
        {
            entry["measure"] = Pick<string>(random, "level", "change");
        }

        if (random.Next(4) == 0)
        {
            entry["parentAverage"] = new JsonObject
            {
                ["value"] = Pick<JsonNode>(random, 31.50m, "≥20", "-"),
                ["place"] = "忻州市",
                ["source"] = "公报",
            };
        }

        if (random.Next(4) == 0)
        {
            entry["related"] = JsonNode.Parse(
                """[{ "name": "断面", "value": 1, "unit": "个" }, { "name": "-说明", "value": "@良好" }]""");
        }

        if (random.Next(6) == 0 && entry["value"] is not null && entry["task"] is JsonObject task)
        {
            task["words"] = "上级\"下达\"";
        }
    }

    private static T Pick<T>(System.Random random, params T[] all) => all[random.Next(all.Length)];

    /// <summary>The text of facts.</summary>
    public sealed record WholeFacts(string Text);
}
