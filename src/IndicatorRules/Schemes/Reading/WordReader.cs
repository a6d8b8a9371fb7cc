using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Reads the words that a scheme's fields allow.</summary>
internal static class WordReader
{
    internal static FigureRange? Range(JObject o) => o["range"] is JObject range
        ? new(range.NumberOrNull("min"), range.NumberOrNull("max"), range.TextOrNull("outside") == "error")
        : null;

    internal static Direction? DirectionOf(string? word) => word switch
    {
        "higher" => Direction.Higher,
        "lower" => Direction.Lower,
        _ => null,
    };

    internal static AbsencePolicy? Absence(JObject? o)
    {
        if (o is null)
        {
            return null;
        }

        var standard = new AbsencePolicy();
        return new AbsencePolicy(
            Status(o.TextOrNull("not-reported")) ?? standard.NotReported,
            Status(o.TextOrNull("nothing-of-the-kind")) ?? standard.NothingOfTheKind,
            Status(o.TextOrNull("not-assessed")) ?? standard.NotAssessed,
            Status(o.TextOrNull("not-measurable")) ?? standard.NotMeasurable);
    }

    internal static ImmutableArray<StateInfo> States(JObject o) =>
    [
        .. o.Objects("states").Select((state, rank) =>
        {
            var text = state.Localized("text");
            return new StateInfo(state.Text("id"), text, [text.Zh, .. state.Texts("also"), text.En], rank);
        }),
    ];

    private static Status? Status(string? word) => word switch
    {
        "met" => Contract.Status.Met,
        "not-met" => Contract.Status.NotMet,
        "not-applicable" => Contract.Status.NotApplicable,
        "undetermined" => Contract.Status.Undetermined,
        _ => null,
    };
}
