using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads one fact in any of its forms.</summary>
internal sealed class FactReader(JsonText text, string document, DiagnosticBag bag)
{
    internal Fact Fact(JObject o)
    {
        var (value, written) = Value(o["value"]);
        CheckUnit(o, "value", o.TextOrNull("unit"), written);
        return new Fact
        {
            Value = value,
            Unit = o.TextOrNull("unit") ?? written,
            OfYear = o.WholeOrNull("ofYear"),
            ReportedMet = o.FlagOrNull("met"),
            ClaimedTrend = o.TextOrNull("trend") switch
            {
                "stable" => Trend.Stable,
                "improving" => Trend.Improving,
                "worsening" => Trend.Worsening,
                _ => null,
            },
            Change = o["change"] is JObject change ? new RecordedChange(change.Number("percent"), change.Whole("since")) : null,
            ParentAverage = o["parentAverage"] is JObject average ? ParentAverage(average, o) : null,
            Measure = o.TextOrNull("measure") switch { "level" => Measure.Level, "change" => Measure.Change, _ => Measure.NotStated },
            Related = [.. o.Objects("related").Select(r => new RelatedFigure(r.Text("name"), Value(r["value"]).Reading, r.Text("unit")))],
            Source = Source(o["source"], document),
        };
    }

    private ParentAverage ParentAverage(JObject o, JObject of)
    {
        var (value, written) = Value(o["value"]);
        CheckUnit(o, "value", of.TextOrNull("unit"), written);
        return new ParentAverage(value, o.Text("place")) { Unit = written, Source = Source(o["source"], document) };
    }

    internal TaskFacts Task(JObject? o)
    {
        if (o is null)
        {
            return TaskFacts.NotStated;
        }

        if (o["figures"] is not null)
        {
            return new TaskFacts { State = TaskState.Figures, Text = o.Text("words"), Figures = [.. o.Objects("figures").Select(Figure)] };
        }

        var state = o.TextOrNull("state") switch
        {
            "none-set" => TaskState.NoneSet,
            "completed" => TaskState.SaidCompleted,
            "not-completed" => TaskState.SaidNotCompleted,
            _ => TaskState.NotStated,
        };
        return new TaskFacts { State = state, Text = o.Text("words") };
    }

    internal static Source? Source(JToken? token, string document) => token switch
    {
        JValue { Value: string place } => new Source(document, place),
        JObject o => new Source(o.Text("document", document), o.Text("place")),
        _ => null,
    };

    private TaskFigure Figure(JObject o)
    {
        var (actual, written) = Value(o["actual"]);
        CheckUnit(o, "actual", o.Text("unit"), written);
        return new TaskFigure(o.Text("name"), o.Text("unit"), o.Number("required"), o.Text("limit") == "at-most", actual);
    }

    // "28‰" beside "unit": "%" says two things; neither is taken for the other.
    private void CheckUnit(JObject o, string property, string? stated, string? written)
    {
        if (written is not null && stated is not null && written != stated)
        {
            bag.Add(DiagnosticCatalog.FactsUnit, text.At(o[property]), o.Text("id", o.Text("name")), stated, written);
        }
    }

    private (Reading Reading, string? Unit) Value(JToken? token) => token switch
    {
        null => (Reading.Absent(AbsenceKind.NotReported), null),
        JValue { Value: string written } => ReadingParser.Parse(written),
        JValue => (Reading.Number(JsonAccess.Number(token)), null),
        JObject o => (Typed(o), null),
        _ => throw new InvalidOperationException("The schema lets no other form through."),
    };

    private Reading Typed(JObject o)
    {
        var reading =
            o.TextOrNull("absent") is { } kind ? Reading.Absent(Absence(kind), o.Text("words", "-"))
            : o.TextOrNull("state") is { } state ? Reading.Words(state)
            : o.NumberOrNull("done") is { } done && o.NumberOrNull("assigned") is { } assigned ? Reading.Quota(done, assigned, o.Text("unit"))
            : o.NumberOrNull("low") is { } low && o.NumberOrNull("high") is { } high && low <= high ? Reading.Range(low, high)
            : o.NumberOrNull("atLeast") is { } atLeast ? Reading.AtLeast(atLeast)
            : o.NumberOrNull("moreThan") is { } moreThan ? Reading.MoreThan(moreThan)
            : o.NumberOrNull("atMost") is { } atMost ? Reading.AtMost(atMost)
            : o.NumberOrNull("lessThan") is { } lessThan ? Reading.LessThan(lessThan)
            : o.TextOrNull("words") is { } words ? Reading.Words(words)
            : null;
        if (reading is null)
        {
            bag.Add(DiagnosticCatalog.FactForm, text.At(o));
        }

        return reading ?? Reading.Absent(AbsenceKind.NotReported);
    }

    private static AbsenceKind Absence(string kind) => kind switch
    {
        "nothing-of-the-kind" => AbsenceKind.NothingOfTheKind,
        "not-assessed" => AbsenceKind.NotAssessed,
        "not-measurable" => AbsenceKind.NotMeasurable,
        _ => AbsenceKind.NotReported,
    };
}
