using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace IndicatorRules.Reporting.Tests.Support;

/// <summary>A few random facts files, no two of one place.</summary>
internal static class RandomPlaces
{
    internal static Gen<JsonObject[]> All { get; } =
        Gen.Choose(1, 4).SelectMany(
            n => Gen.ArrayOf(RandomFacts.For(Written.Host.Catalog.Resolve("jingle-county").OrThrow()), n)).Select(Named);

    internal static JsonObject[] Sample(int seed, int count) =>
        Named([.. RandomFacts.For(Written.Host.Catalog.Resolve("jingle-county").OrThrow()).Sample(30, new Rnd((ulong)seed), count)]);

    private static JsonObject[] Named(string[] texts) =>
    [
        .. texts.Select((text, i) =>
        {
            var facts = JsonNode.Parse(text)!.AsObject();
            facts["place"]!["code"] = $"县{i}";
            return facts;
        }),
    ];
}
