using System.Text.Json.Nodes;
using IndicatorRules.Facts;

namespace IndicatorRules.Tests.Support;

/// <summary>Jingle's facts with every contradiction put right; the new figures are invented.</summary>
internal static class CleanedJingle
{
    internal static FactsFile Read()
    {
        var root = JsonNode.Parse(File.ReadAllText(Repo.Sample("jingle-2022")))!;
        var year = root["years"]![0]!;
        Background(year, "GdpShareTertiary", 42.2m);
        Background(year, "WaterTotal", 13135.8m);
        Background(year, "WaterPerHead", 1101);
        Background(year, "WindSolarCapacity", 644.5m);
        foreach (var id in (string[])["air-quality", "water-quality", "biodiversity", "natural-space", "industrial-solid-waste",
            "pollutant-reduction", "shoreline-protection"])
        {
            // What nothing shows is no longer claimed.
            Row(year, id).AsObject().Remove("met");
            Row(year, id).AsObject().Remove("trend");
        }

        Clean(year);
        return TinyFacts.Read(root.ToJsonString()).OrThrow();
    }

    private static void Clean(JsonNode year)
    {
        Item(year, "air-quality", "Pm25Drop")["measure"] = "change";
        Value(Item(year, "air-quality", "HeavyPollutionDays"), 0.27m);
        Value(Item(year, "water-quality", "SurfaceGood"), 100);
        Value(Item(year, "biodiversity", "ProtectedSpecies"), 96);
        Value(Item(year, "biodiversity", "AquaticSpecies"), 98);
        Item(year, "biodiversity", "AquaticSpecies").Remove("trend");
        Value(Row(year, "shoreline-protection"), 90);
        Value(Row(year, "energy-per-gdp"), 0.5m);
        Value(Row(year, "water-per-gdp"), 34);
        Value(Row(year, "rural-toilets"), 95);
        Row(year, "industrial-solid-waste")["measure"] = "change";
        Row(year, "rural-waste")["bindings"]![1]!["level"] = "省级";
        foreach (var target in Row(year, "air-quality")["targets"]!.AsArray())
        {
            target!["task"] = true;
        }

        foreach (var target in Row(year, "land-per-gdp")["targets"]!.AsArray())
        {
            target!["atLeast"] = 6;
        }
    }

    private static void Background(JsonNode year, string id, decimal value) =>
        year["background"]!.AsArray().Single(b => (string)b!["id"]! == id)!["value"] = value;

    private static JsonObject Row(JsonNode year, string id) =>
        year["indicators"]!.AsArray().Single(i => (string)i!["id"]! == id)!.AsObject();

    private static JsonObject Item(JsonNode year, string id, string item) =>
        Row(year, id)["items"]!.AsArray().Single(i => (string)i!["id"]! == item)!.AsObject();

    private static void Value(JsonObject entry, decimal value)
    {
        entry["value"] = value;
        entry.Remove("related");
    }
}
