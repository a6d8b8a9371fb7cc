using System.Globalization;
using System.Text;
using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>A stranger's plugin and facts: whatever their words hold, no verb of the tool hands it to a terminal.</summary>
[Trait("Category", "Slow")]
public sealed class HostilePluginTests : IDisposable
{
    // The first is what every file format can hold, the second what some refuse; a newline forges a line of the tool's own.
    private static readonly string[] Words =
    [
        "恶\u202e\u2066\u200b\u2028\u0085\u009b2J\ufeff\u00ad\r\nother.json(1,1): error IR9001: forged\r\t=1+1|<b>",
        "恶\u001b[2J\u001b]0;t\u0007\b\u202e\r\nforged",
    ];

    private readonly TempFolder _folder = new();

    public static TheoryData<string, int> Runs
    {
        get
        {
            var runs = new TheoryData<string, int>();
            foreach (var verb in (string[])[
                "list", "show hostile", "show hostile 1", "show hostile --lineage", "show hostile --format json", "assess FACTS",
                "assess FACTS --lang en",
                "assess FACTS --format json", "assess FACTS --format csv", "assess FACTS --format markdown",
                "assess FACTS --scheme hostile --scheme hostile", "assess TABLE --scheme hostile --reasons",
                "explain FACTS 1", "explain FACTS 2", "check FACTS", "validate PLUGIN", "validate PLUGIN --format json", "test PLUGIN",
                "assess EVIL", "assess FOLDER", "explain FACTS EVILWORDS", "show EVILWORDS",
                "pack PLUGIN --out OUT", "assess FACTS --nosuch=EVILWORDS"])
            {
                runs.Add(verb, 0);
                runs.Add(verb, 1);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task EveryVerb_OfHostileWords_PrintsNothingThatActs(string command, int which)
    {
        var words = Words[which];
        var plugin = Path.GetDirectoryName(_folder.Write("plugins/hostile/scheme.json", Filled(Scheme, words)))!;
        var facts = _folder.Write("facts.json", Filled(Facts, words));
        _folder.Write("plugins/hostile/cases/one.json", Filled(Case, words));
        var evil = OperatingSystem.IsWindows() ? "none.json" : _folder.Write("evil\u001b[2J\u202e\nforged.json", "{");
        var table = _folder.Write(
            "table.csv",
            $"place,year,indicator,value\n\"{words.Replace("\"", "", StringComparison.Ordinal)}\","
                + $"2022,pct,\"{words}\"\nx,2022,\"{words}\",1\n");
        string[] arguments =
        [
            .. command.Split(' ')
            .Select(a => a.Replace("EVILWORDS", words, StringComparison.Ordinal) is var filled && filled != a ? filled : a switch
            {
                "FACTS" => facts,
                "TABLE" => table,
                "EVIL" => evil,
                "FOLDER" => _folder.Path,
                "PLUGIN" => plugin,
                "OUT" => Path.Combine(_folder.Path, "out"),
                _ => a,
            }),
        ];

        var run = await ToolRun.In(_folder.Path, [.. arguments, "--plugins", Path.Combine(_folder.Path, "plugins")]);

        foreach (var text in (string[])[run.Out, run.Error])
        {
            Assert.Empty(text.EnumerateRunes().Where(r => r.Value is not ('\n' or '\t') && Acts(r)).Select(r => $"U+{r.Value:X4}"));
            // A cell of CSV may have lines of its own, between quotes.
            var isTable = text.StartsWith("place,", StringComparison.Ordinal) || text.StartsWith("体系,", StringComparison.Ordinal);
            Assert.DoesNotContain(
                isTable ? [] : text.Split('\n'),
                line => line.StartsWith("forged", StringComparison.Ordinal) || line.StartsWith("other.json(", StringComparison.Ordinal));
        }

        Assert.True(run.Out.Length + run.Error.Length > 0);
    }

    [Fact]
    public async Task Validate_HostileWordsThatFilesCanHold_FindsASoundScheme()
    {
        var plugin = Path.GetDirectoryName(_folder.Write("plugins/hostile/scheme.json", Filled(Scheme, Words[0])))!;

        var run = await ToolRun.In(_folder.Path, ["validate", plugin, "--plugins", Path.Combine(_folder.Path, "plugins")]);

        Assert.Equal("", run.Error);
        Assert.Equal("hostile@1.0.0：2 项指标，没有错误。\n", run.Out);
    }

    public void Dispose() => _folder.Dispose();

    private static bool Acts(Rune r) =>
        Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    // The words are put into JSON as JSON wants them.
    private static string Filled(string json, string words) =>
        json.Replace("EVIL", JsonSerializer.Serialize(words)[1..^1], StringComparison.Ordinal);

    private const string Scheme = """
        {
          "$schema": "../../schemas/scheme.schema.json", "id": "hostile", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
          "title": { "zh": "EVIL", "en": "EVIL" }, "issuer": { "zh": "EVIL", "en": "EVIL" }, "level": "county",
          "note": { "zh": "EVIL", "en": "EVIL" }, "source": { "document": "EVIL" },
          "domains": [{ "id": "d", "name": { "zh": "EVIL", "en": "EVIL" },
                        "tasks": [{ "id": "t", "name": { "zh": "EVIL", "en": "EVIL" } }] }],
          "stages": [{ "id": "near", "name": { "zh": "EVIL", "en": "EVIL" }, "year": 2025 }],
          "indicators": [
            { "number": 1, "id": "pct", "name": { "zh": "EVIL", "en": "EVIL" }, "task": "t", "unit": "%",
              "direction": "higher", "binding": "binding", "target": { "zh": "EVIL", "en": "EVIL" },
              "note": { "zh": "EVIL", "en": "EVIL" }, "source": { "row": 1 }, "rule": "AtLeast(20)",
              "stages": [{ "id": "near", "target": { "zh": "EVIL", "en": "EVIL" }, "rule": "AtLeast(30)" }] },
            { "number": 2, "id": "said", "name": { "zh": "乙", "en": "second" }, "task": "t", "unit": "EVIL",
              "direction": "higher", "binding": "reference", "target": { "zh": "≥20", "en": "≥20" },
              "source": { "row": 2 }, "rule": "AtLeast(20)" }
          ]
        }
        """;

    private const string Facts = """
        {
          "$schema": "facts.schema.json", "scheme": "hostile", "document": "EVIL", "note": "EVIL",
          "place": { "code": "EVIL", "name": "EVIL" },
          "years": [{ "year": 2022, "indicators": [
            { "id": "pct", "value": "EVIL", "source": "EVIL", "related": [{ "name": "EVIL", "value": "EVIL", "unit": "EVIL" }] },
            { "id": "said", "value": { "words": "EVIL" }, "task": { "state": "none-set", "words": "EVIL" } } ] }]
        }
        """;

    private const string Case = """
        {
          "name": "EVIL",
          "facts": { "place": { "code": "c", "name": "EVIL" }, "years": [
            { "year": 2022, "indicators": [{ "id": "pct", "value": "EVIL" }] }] },
          "expect": [{ "id": "pct", "status": "met" }]
        }
        """;
}
