using System.Collections.Immutable;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads a scheme's conclusion, checks and background figures.</summary>
internal sealed class OverallReader(JsonText text, RuleTextReader rules)
{
    internal ConclusionPlan? Conclusion(JObject? o) => o is null || rules.Read(o["script"]) is not { } script ? null : new ConclusionPlan
    {
        Grades = [.. o.Objects("grades").Select(g => new Grade(g.Text("id"), g.Localized("name")))],
        Points = o["points"] is JObject points
            ? points.Properties().ToImmutableSortedDictionary(p => p.Name, p => JsonAccess.Number(p.Value), StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal),
        ExemptEarns = o.Text("notApplicable") == "met",
        Location = text.At(o["points"] ?? o),
        Script = script,
    };

    internal ImmutableArray<Check> Checks(JObject root) => [.. root.Objects("checks").Select(Check).OfType<Check>()];

    private Check? Check(JObject o) => rules.Read(o["script"]) is { } script
        ? new(o.Text("id"), o.Localized("title"), o.TextOrNull("indicator"), script, text.At(o["id"]))
        : null;

    internal static ImmutableArray<BackgroundFigure> Background(JObject root) =>
        [.. root.Objects("background").Select(b => new BackgroundFigure(b.Text("id"), b.Localized("name"), b.Text("unit")))];
}
