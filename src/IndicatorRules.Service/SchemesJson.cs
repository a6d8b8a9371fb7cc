using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Service.Answering;

namespace IndicatorRules.Service;

/// <summary>Writes the schemes in force as JSON: their headings, never their rules or folders.</summary>
internal static class SchemesJson
{
    internal static byte[] Write(SchemeHost host, Language language) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["engine"] = Exchange.Engine,
            ["schemes"] = new JsonArray([.. host.Catalog.Available.Select(a => (JsonNode)Of(host, a.Id, a.Version, language))]),
        },
        ProblemJson.Layout);

    private static JsonObject Of(SchemeHost host, string id, SchemeVersion version, Language language)
    {
        var found = SchemeRange.TryParse($"[{version}]", out var only) ? host.Catalog.Resolve(id, only).Value : null;
        return found is not { } scheme
            ? new JsonObject { ["id"] = id, ["version"] = $"{version}", ["usable"] = false }
            : new JsonObject
            {
                ["id"] = id,
                ["version"] = $"{version}",
                ["usable"] = true,
                ["title"] = scheme.Title.In(language),
                ["issuer"] = scheme.Issuer.In(language),
                ["level"] = scheme.Level,
                ["hash"] = scheme.Hash,
                ["rows"] = scheme.Indicators.Length,
                ["uppers"] = RowsJson.Texts(scheme.Uppers.Select(u => u.Key)),
                ["stages"] = new JsonArray([.. scheme.Stages.Select(s => (JsonNode)new JsonObject
                {
                    ["id"] = s.Id,
                    ["name"] = s.Name.In(language),
                    ["year"] = s.Year,
                })]),
            };
    }
}
