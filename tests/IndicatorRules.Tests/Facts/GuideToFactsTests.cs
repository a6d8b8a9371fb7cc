using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tests.Facts;

/// <summary>The guide to facts: every example is judged as it says, and every field of a facts file stands in one.</summary>
public sealed partial class GuideToFactsTests
{
    private static readonly SchemeHost Host = SchemeHost.Open(Repo.In("samples/facts-guide/plugins"));

    private static readonly JsonNode Place = JsonNode.Parse("""
        {
          "code": "000001", "name": "示例县",
          "attributes": [
            { "id": "Climate", "choice": "湿润地区" }, { "id": "Terrain", "shares": { "Mountain": 70, "Plain": 30 } },
            { "id": "Altitude", "number": 1380.5 }
          ]
        }
        """)!;

    // What every file has, and adjustments, which need a scheme with points.
    private static readonly string[] Elsewhere = ["$schema", "scheme", "adjustments", "points", "reason"];

    [Theory]
    [InlineData("README.md", Language.En)]
    [InlineData("README.zh-CN.md", Language.Zh)]
    public void Examples_AreJudgedAsWritten(string guide, Language language)
    {
        var examples = Examples(guide).ToList();

        Assert.True(examples.Count >= 10);
        Assert.Equal(
            string.Join('\n', examples.Select(e => e.Verdicts)), string.Join('\n', examples.Select(e => Judged(e.Json, language))));
    }

    [Fact]
    public void Examples_AreTheSameInBothLanguages() =>
        Assert.Equal(Examples("README.md").Select(e => e.Json), Examples("README.zh-CN.md").Select(e => e.Json));

    [Fact]
    public void Examples_HaveEveryFieldOfAFactsFile()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repo.In("schemas/facts.schema.json")))!;
        var written = Examples("README.md").SelectMany(e => Names(JsonNode.Parse(e.Json))).ToHashSet();

        Assert.Empty(Properties(schema).Distinct().Except(written).Except(Elsewhere));
    }

    [Fact]
    public void Sample_IsJudgedWithoutAnError()
    {
        var assessed = Host.Assess(FactsReader.ReadFile(Repo.In("samples/facts-guide/facts.json")).OrThrow());

        Assert.DoesNotContain(assessed.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Contains(assessed.Value!.Indicators, v => v.Basis == Basis.Declared);
    }

    private static string Judged(string json, Language language)
    {
        var facts = JsonNode.Parse(json)!.AsObject();
        facts["$schema"] = "x";
        facts["scheme"] = "example-county";
        facts["place"] ??= Place.DeepClone();
        var read = FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(facts.ToJsonString()), "guide.json").OrThrow()).OrThrow();
        var words = new Wording(language);
        return string.Join(words.Say("，", ", "), Host.Assess(read, new AssessOptions { Year = 2025 }).OrThrow().Indicators
            .Where(v => v.Facts is not null)
            .Select(v => $"{v.Indicator.Number} {words.Of(v.Status)}"
                + (v.Basis is { } basis ? words.Say($"（{words.Of(basis)}）", $" ({words.Of(basis)})") : "")));
    }

    private static IEnumerable<(string Json, string Verdicts)> Examples(string guide) =>
        Example().Matches(File.ReadAllText(Repo.In("samples/facts-guide", guide)).ReplaceLineEndings("\n"))
            .Select(m => (m.Groups["json"].Value, m.Groups["verdicts"].Value));

    private static IEnumerable<string> Properties(JsonNode? node) => node switch
    {
        JsonObject o => (o["properties"] as JsonObject ?? []).Select(p => p.Key).Concat(o.SelectMany(p => Properties(p.Value))),
        JsonArray list => list.SelectMany(Properties),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Names(p.Value).Prepend(p.Key)),
        JsonArray list => list.SelectMany(Names),
        _ => [],
    };

    [GeneratedRegex("```json\n(?<json>.*?)\n```\n\n(判定：|Verdicts: )(?<verdicts>[^\n]*)", RegexOptions.Singleline)]
    private static partial Regex Example();
}
