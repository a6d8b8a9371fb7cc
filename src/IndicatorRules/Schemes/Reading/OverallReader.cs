using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads a scheme's conclusion, checks and background figures.</summary>
internal sealed class OverallReader(JsonText text, RuleTextReader rules, DiagnosticBag bag)
{
    internal ConclusionPlan? Conclusion(JObject? o) => o is null || rules.Read(o["script"]) is not { } script ? null : new ConclusionPlan
    {
        Grades = [.. o.Objects("grades").Select(g => new Grade(g.Text("id"), g.Localized("name")))],
        Points = PointsOf(o).ToImmutableSortedDictionary(
            p => p.Name, p => p.Value is JObject by ? Most(by) : JsonAccess.Number(p.Value), StringComparer.Ordinal),
        Scales = PointsOf(o).Select(p => (p.Name, Scale: p.Value is JObject by ? Scale(by, p.Name) : null)).Where(p => p.Scale is not null)
            .ToImmutableSortedDictionary(p => p.Name, p => p.Scale!, StringComparer.Ordinal),
        Adjustments = [.. o.Objects("adjustments").Select(Adjustment)],
        ExemptEarns = o.Text("notApplicable") == "met",
        Location = text.At(o["points"] ?? o),
        Script = script,
    };

    private static IEnumerable<JProperty> PointsOf(JObject o) => (o["points"] as JObject)?.Properties() ?? [];

    // The schema accepts a number or an object, and can require nothing of the one alone.
    private decimal Most(JObject o)
    {
        if (o["most"] is { } most)
        {
            return JsonAccess.Number(most);
        }

        bag.Add(DiagnosticCatalog.PropertyMissing, text.At(o), "most");
        return 0;
    }

    private PointScale? Scale(JObject o, string indicator)
    {
        if (o["linear"] is JObject linear)
        {
            if (o["deduct"] is not null)
            {
                bag.Add(DiagnosticCatalog.PointsTwoWays, text.At(o["deduct"]), indicator);
            }

            var (floor, target) = (linear.Number("floor"), linear.Number("target"));
            if (floor == target)
            {
                bag.Add(DiagnosticCatalog.PointsSameEnds, text.At(linear["target"]), indicator, Contract.Readings.Reading.Plain(floor));
            }

            return new LinearScale(floor, target);
        }

        return o["deduct"] is JObject deduct ? Deduct(deduct, indicator) : null;
    }

    private DeductScale Deduct(JObject o, string indicator)
    {
        var per = o.NumberOrNull("per") ?? 1;
        if (per <= 0)
        {
            bag.Add(DiagnosticCatalog.PointsPer, text.At(o["per"]), indicator, Contract.Readings.Reading.Plain(per));
        }

        return new DeductScale(o.Number("points"), per, o.NumberOrNull("atMost"));
    }

    private PointAdjustment Adjustment(JObject o)
    {
        var (least, most) = (o.NumberOrNull("atLeast") ?? 0, o.NumberOrNull("atMost") ?? 0);
        if (least == most)
        {
            bag.Add(DiagnosticCatalog.AdjustmentRange, text.At(o["id"]), o.Text("id"));
        }

        return new PointAdjustment(o.Text("id"), o.Localized("name"), least, most);
    }

    internal ImmutableArray<Check> Checks(JObject root) => [.. root.Objects("checks").Select(Check).OfType<Check>()];

    private Check? Check(JObject o) => rules.Read(o["script"]) is { } script
        ? new(o.Text("id"), o.Localized("title"), o.TextOrNull("indicator"), script, text.At(o["id"]))
        : null;

    internal ImmutableArray<PlacesRequirement> OverPlaces(JObject root) =>
        [.. root.Objects("overPlaces").Select(Requirement).OfType<PlacesRequirement>()];

    private PlacesRequirement? Requirement(JObject o)
    {
        if ((o["atLeast"] ?? o["moreThan"]) is not JValue written || (o["atLeast"] is not null && o["moreThan"] is not null))
        {
            bag.Add(DiagnosticCatalog.PlacesOneNumber, text.At(o), o.Text("id"));
            return null;
        }

        var (quorum, isExceeded) = (written.ToString(CultureInfo.InvariantCulture), o["moreThan"] is not null);
        if (PlacesQuorum.Parse(quorum) is not var (part, whole) || (isExceeded && part == whole))
        {
            bag.Add(DiagnosticCatalog.PlacesNumber, text.At(written), o.Text("id"), quorum);
            return null;
        }

        return new(new(quorum, isExceeded), text.At(o["id"]))
        {
            Id = o.Text("id"),
            Name = o.Localized("name"),
            Indicator = o.TextOrNull("indicator"),
            Stage = o.TextOrNull("stage"),
        };
    }

    internal static ImmutableArray<BackgroundFigure> Background(JObject root) =>
        [.. root.Objects("background").Select(b => new BackgroundFigure(b.Text("id"), b.Localized("name"), b.Text("unit")))];
}
