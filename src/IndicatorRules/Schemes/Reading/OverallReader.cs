using System.Collections.Immutable;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads what a scheme says of the whole: its conclusion, its checks and the background figures they ask for.</summary>
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

    internal ImmutableArray<Check> Checks(JObject root) =>
    [
        .. root.Objects("checks").Select(o => new { Entry = o, Script = rules.Read(o["script"]) }).Where(c => c.Script is not null)
            .Select(c => new Check(c.Entry.Text("id"), c.Entry.Localized("title"), c.Entry.TextOrNull("indicator"), c.Script!, text.At(c.Entry["id"]))),
    ];

    internal static ImmutableArray<BackgroundFigure> Background(JObject root) =>
        [.. root.Objects("background").Select(b => new BackgroundFigure(b.Text("id"), b.Localized("name"), b.Text("unit")))];
}
