using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tables;

namespace IndicatorRules.Reporting.Tests;

/// <summary>Facts whose every free text is hostile, through every writer of verdicts.</summary>
[Trait("Category", "Slow")]
public sealed class HostileTextTests
{
    [Property(MaxTest = 60)]
    public void EveryWriter_OfHostileFacts_WritesNothingThatActs(ushort[] name, ushort[] note, ushort[] words, ushort[] source)
    {
        var facts = FactsReader.Read(StrictJson.Read(Facts(name, note, words, source), "hostile.json").OrThrow()).Value!;
        var assessment = Written.Host.Assess(facts).Value!;

        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            var all = Enum.GetValues<ReportFormat>().ToDictionary(f => f, f => Written.As(f, language, assessment, assessment));
            Assert.All(all.Values, text => Assert.Empty(Hostile.In(text, "\n")));
            var table = Rfc4180.Read(all[ReportFormat.Csv]).ToList();
            Assert.All(table, r => Assert.Equal(table[0].Count, r.Count));
            Assert.Equal(2, JsonNode.Parse(all[ReportFormat.Json])!.AsArray().Count);
            Assert.DoesNotContain("<b>", all[ReportFormat.Markdown], StringComparison.Ordinal);
            Assert.DoesNotContain("](", all[ReportFormat.Markdown], StringComparison.Ordinal);
            Assert.All(
                all[ReportFormat.Markdown].Split('\n').Where(l => l.Length > 0),
                l => Assert.True(l.StartsWith("## ", StringComparison.Ordinal) || l.StartsWith("> ", StringComparison.Ordinal)
                    || l[0] is '|' or '-', l));
        }
    }

    [Property(MaxTest = 20)]
    public void EveryBatchWriter_OfHostileFacts_WritesNothingThatActs(ushort[] name, ushort[] note, ushort[] words, ushort[] source)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "hostile.json"), Facts(name, note, words, source));
        foreach (var format in Enum.GetValues<BatchFormat>())
        {
            var run = BatchOf.Table(folder.Path, r => r with { Format = format }, new BatchOptions { WithReasons = true });

            Assert.Empty(Hostile.In(run.Text, "\n"));
            Assert.All(run.Told, d => Assert.Empty(Hostile.In(d.Format(Language.Zh), "")));
            if (format == BatchFormat.Csv)
            {
                Assert.All(Rfc4180.Read(run.Text), r => Assert.Equal(11, r.Count));
            }
        }
    }

    [Fact]
    public void Table_TextOfAMegabyte_IsCutShortInNoTime()
    {
        var one = new string('长', 1 << 19) + new string('x', 1 << 19);
        using var to = new StringWriter();

        new PlainTable(new(150)).Write(
            [new("指标"), new("值", Right: true)], [[one, "1"], [string.Concat(Enumerable.Repeat("词 ", 1 << 18)), "2"]], to);

        Assert.InRange(to.ToString().Length, 3000, 1 << 14);
    }

    [Fact]
    public void Wrap_LongWordsAndManyWords_LosesNothing()
    {
        foreach (var text in (string[])[new string('长', 100_000), string.Concat(Enumerable.Repeat("word", 50_000)),
            string.Join(' ', Enumerable.Repeat("word", 50_000))])
        {
            var lines = CellText.Wrap(text, 20);

            Assert.All(lines, l => Assert.InRange(CellText.WidthOf(l), 1, 20));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
        }
    }

    private static byte[] Facts(ushort[] name, ushort[] note, ushort[] words, ushort[] source)
    {
        static string Text(ushort[] seeds) => "x" + Hostile.Readable(seeds);

        var facts = new JsonObject
        {
            ["$schema"] = "facts.schema.json",
            ["scheme"] = "jingle-county",
            ["document"] = Text(source),
            ["note"] = Text(note),
            ["place"] = new JsonObject
            {
                ["code"] = Text(name),
                ["name"] = Text(name),
                ["attributes"] = JsonNode.Parse("""
                    [{ "id": "Climate", "choice": "半湿润地区" },
                     { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }]
                    """),
            },
            ["years"] = new JsonArray(new JsonObject
            {
                ["year"] = 2022,
                ["indicators"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "eco-appraisal-share",
                        ["value"] = new JsonObject { ["words"] = Hostile.Readable(words) + "y" },
                        ["source"] = Text(source)
                    },
                    new JsonObject { ["id"] = "eco-plan", ["value"] = Text(words) },
                    new JsonObject
                    {
                        ["id"] = "pollutant-reduction",
                        ["task"] = new JsonObject { ["state"] = "none-set", ["words"] = Text(words) }
                    }),
            }),
        };
        return Encoding.UTF8.GetBytes(
            facts.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default }));
    }
}
