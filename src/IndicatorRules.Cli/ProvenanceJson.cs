using System.Collections.Immutable;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary>The provenance of each row of a scheme as JSON, in both languages.</summary>
internal static class ProvenanceJson
{
    internal static string Write(Scheme scheme, IEnumerable<Indicator> indicators) => new JsonObject
    {
        ["scheme"] = scheme.Id,
        ["version"] = $"{scheme.Version}",
        ["indicators"] = new JsonArray([.. indicators.Select(i => (JsonNode)Row(i, scheme))]),
        ["leftOut"] = new JsonArray([.. scheme.LeftOut.Select(l => (JsonNode)new JsonObject
        {
            ["scheme"] = l.Upper.SchemeId,
            ["id"] = l.Upper.IndicatorId,
            ["because"] = Text(l.Because),
        })]),
    }.ToJsonString(DiagnosticJson.Layout) + "\n";

    private static JsonObject Row(Indicator indicator, Scheme scheme) => new JsonObject
    {
        ["number"] = indicator.WholeNumber is { } whole ? whole : indicator.Number,
        ["id"] = indicator.Id,
        ["name"] = Text(indicator.Name),
        ["target"] = Text(indicator.Target),
        ["from"] = new JsonArray(
            [.. indicator.From.Select(f => (JsonNode)new JsonObject { ["scheme"] = f.SchemeId, ["id"] = f.IndicatorId })]),
        ["because"] = indicator.Because.Zh.Length > 0 ? Text(indicator.Because) : null,
        ["origins"] = new JsonObject(indicator.Provenance.Select(o => KeyValuePair.Create(o.Field, (JsonNode?)All(o.Authors)))),
        ["rules"] = new JsonArray([.. RuleProvenance.Of(indicator, scheme).Select(r => With(Of(r.Provenance), "code", r.Rule.Code))]),
        ["replacesRule"] = indicator.ReplacesRule,
        ["stages"] = new JsonArray([.. indicator.Stages.Select(Stage)]),
    };

    private static JsonNode Stage(IndicatorStage stage) => new JsonObject
    {
        ["id"] = stage.Stage.Id,
        ["year"] = stage.Stage.Year,
        ["target"] = Text(stage.Target),
        ["because"] = stage.Because.Zh.Length > 0 ? Text(stage.Because) : null,
        ["origins"] = All(stage.Provenance),
    };

    private static JsonArray All(ImmutableArray<Provenance> origins) => new([.. origins.Select(Of)]);

    private static JsonObject Of(Provenance origin) => new()
    {
        ["scheme"] = origin.SchemeKey,
        ["file"] = origin.Location.File,
        ["line"] = origin.Location.Line,
        ["document"] = origin.Source.Document,
        ["table"] = origin.Source.Table,
        ["row"] = origin.Source.Row,
    };

    private static JsonObject With(JsonObject o, string name, string value)
    {
        o[name] = value;
        return o;
    }

    private static JsonObject Text(LocalizedText text) => new() { ["zh"] = text.Zh, ["en"] = text.En };
}
