using System.Text.Json;
using System.Text.RegularExpressions;
using IndicatorRules.Facts;
using IndicatorRules.Plugins.Tests.Support;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Plugins.Tests;

public sealed partial class ProvenanceTests
{
    public static TheoryData<string> Ids => Shipped.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Scheme_EveryFigure_StandsInItsSourceRow(string id)
    {
        foreach (var indicator in Shipped.Resolve(id).Indicators)
        {
            // Besides its row's figures a rule may name the ends that a percentage has by itself.
            HashSet<decimal> known =
                [.. Seeds.Row(indicator.Source.Row!.Value), .. indicator.Unit == "%" ? [0m, 100m] : Array.Empty<decimal>()];
            string[] texts =
            [
                indicator.Target.Zh, indicator.Target.En, Code(indicator.Rule),
                .. indicator.Items.Select(i => i.Target?.Zh ?? ""),
                .. indicator.Stages.SelectMany(s => new[] { s.Target.Zh, s.Target.En, Code(s.Rule) }),
            ];
            Assert.All(texts.SelectMany(Figures.In), figure => Assert.True(known.Contains(figure), $"{id} {indicator.Id}: {figure}"));
        }
    }

    [Fact]
    public void JingleCounty_TargetsUnitsAndStages_AreThePrintedOnes()
    {
        foreach (var i in Shipped.Resolve("jingle-county").Indicators)
        {
            Assert.Equal(Seeds.Cell(i.WholeNumber!.Value, "target"), Lines(i.Target.Zh));
            Assert.Equal(Seeds.Cell(i.WholeNumber!.Value, "target2025"), Lines(i.Stages.Single(s => s.Stage.Year == 2025).Target.Zh));
            Assert.Equal(Seeds.Cell(i.WholeNumber!.Value, "target2030"), Lines(i.Stages.Single(s => s.Stage.Year == 2030).Target.Zh));
        }
    }

    [Fact]
    public void Jingle2022_EveryFigure_StandsInItsSourceRow()
    {
        var path = Repo.Sample("jingle-2022");
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var county = Shipped.Resolve("jingle-county");
        foreach (var entry in json.RootElement.GetProperty("years")[0].GetProperty("indicators").EnumerateArray())
        {
            var known = Seeds.Row(county.Find(entry.GetProperty("id").GetString()!)!.WholeNumber!.Value);
            Assert.All(Numbers(entry), figure => Assert.True(known.Contains(figure), $"{entry.GetProperty("id")}: {figure}"));
        }

        var facts = FactsReader.ReadFile(path).OrThrow().Facts;
        Assert.NotEmpty(facts.Years[0].Background);
        Assert.All(facts.Years[0].Background, b => Assert.Contains(b.Fact.Value.Low!.Value, Seeds.Plan));
        var place = facts.Place;
        Assert.All(place.Attributes.SelectMany(a => a.Shares), share => Assert.Contains(share.Percent, Seeds.Plan));
    }

    // Every number of an entry, years left out.
    private static IEnumerable<decimal> Numbers(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => [Math.Abs(element.GetDecimal())],
        JsonValueKind.String => Figures.In(element.GetString()!.Contains("表2-1", StringComparison.Ordinal) ? "" : element.GetString()!),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Object =>
            element.EnumerateObject().Where(p => p.Name is not ("since" or "ofYear" or "year")).SelectMany(p => Numbers(p.Value)),
        _ => [],
    };

    private static string Code(RuleText rule) =>
        string.Join('\n', rule.Code.Split('\n').Select(l => StringLiteral().Replace(l.Split("//")[0], ""))
            .Where(_ => !rule.Code.StartsWith("Upper", StringComparison.Ordinal)));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex StringLiteral();
}
