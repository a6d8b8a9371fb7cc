using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Facts;

/// <summary>Writes facts as a facts file in JSON, which <see cref="FactsReader"/> reads as the same again.</summary>
public static class FactsJson
{
    private const string Schema = "schemas/facts.schema.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions CellOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a facts file.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="scheme">The scheme to name, as <c>id</c> or <c>id@range</c>; null for the one that the facts name.</param>
    /// <returns>The text, with all figures exact. Equal arguments give equal texts.</returns>
    public static string Write(PlaceFacts facts, string? scheme = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var document = DocumentOf(facts);
        var root = new JsonObject { ["$schema"] = Schema };
        Set(root, "note", Text(facts.Note));
        Set(root, "scheme", scheme ?? facts.Scheme);
        Set(root, "document", Text(document));
        root["place"] = Place(facts.Place, document);
        root["years"] = Array(facts.Years, y => Year(y, document));
        return root.ToJsonString(Options) + "\n";
    }

    // The document that most sources name, and the first of them.
    private static string DocumentOf(PlaceFacts facts)
    {
        var places = facts.Place.Attributes.Select(a => a.Source);
        var figures = facts.Years.SelectMany(y => y.Indicators).SelectMany(i => i.Items.Select(t => t.Fact).Prepend(i.Own));
        var sources = places.Concat(figures.SelectMany(f => new[] { f.Source, f.ParentAverage?.Source }))
            .Concat(facts.Years.SelectMany(y => y.Background).Select(b => b.Fact.Source))
            .Concat(facts.Years.SelectMany(y => y.Adjustments).Select(a => a.Source));
        return sources.OfType<Source>().GroupBy(s => s.Document, StringComparer.Ordinal)
            .Aggregate((Document: "", Count: 0), (best, g) => g.Count() > best.Count ? (g.Key, g.Count()) : best).Document;
    }

    private static JsonObject Place(Place place, string document)
    {
        var o = new JsonObject { ["code"] = place.Code, ["name"] = place.Name };
        Set(o, "level", Text(place.Level));
        if (!place.Attributes.IsEmpty)
        {
            o["attributes"] = Array(place.Attributes, a => Attribute(a, document));
        }

        return o;
    }

    private static JsonObject Attribute(AttributeValue attribute, string document)
    {
        var o = new JsonObject { ["id"] = attribute.Id };
        Set(o, "choice", attribute.Choice);
        Set(o, "number", attribute.Number);
        if (!attribute.Shares.IsEmpty)
        {
            o["shares"] = new JsonObject(attribute.Shares.Select(s => KeyValuePair.Create(s.Part, (JsonNode?)s.Percent)));
        }

        Set(o, "source", Source(attribute.Source, document));
        return o;
    }

    private static JsonObject Year(YearFacts year, string document)
    {
        var o = new JsonObject { ["year"] = year.Year };
        if (!year.Background.IsEmpty)
        {
            o["background"] = Array(year.Background, b => Entry(b.Id, b.Fact, document, needsValue: true));
        }

        if (!year.Adjustments.IsEmpty)
        {
            o["adjustments"] = Array(year.Adjustments, a => Adjustment(a, document));
        }

        o["indicators"] = Array(year.Indicators, i => Indicator(i, document));
        return o;
    }

    private static JsonObject Adjustment(Adjustment adjustment, string document)
    {
        var o = new JsonObject { ["id"] = adjustment.Id, ["points"] = adjustment.Points, ["reason"] = adjustment.Reason };
        Set(o, "source", Source(adjustment.Source, document));
        return o;
    }

    private static JsonObject Indicator(IndicatorFacts indicator, string document)
    {
        var o = Entry(indicator.Id, indicator.Own, document);
        if (!indicator.Items.IsEmpty)
        {
            o["items"] = Array(indicator.Items, i =>
            {
                var item = Entry(i.Id, i.Fact, document);
                Set(item, "task", Task(i.SuperiorTask));
                return item;
            });
        }

        if (!indicator.Targets.IsEmpty)
        {
            o["targets"] = Array(indicator.Targets, Target);
        }

        if (!indicator.PrintedKinds.IsEmpty)
        {
            o["bindings"] = Array(indicator.PrintedKinds, Binding);
        }

        Set(o, "task", Task(indicator.SuperiorTask));
        return o;
    }

    private static JsonObject Target(DeclaredTarget target)
    {
        var o = new JsonObject { ["year"] = target.Year, ["text"] = target.Text };
        Set(o, "atLeast", target.AtLeast);
        Set(o, "atMost", target.AtMost);
        Set(o, "task", target.SuperiorTask ? true : null);
        return o;
    }

    private static JsonObject Binding(PrintedKind kind)
    {
        var o = new JsonObject();
        Set(o, "level", Text(kind.Level));
        o["binding"] = kind.IsBinding ? "binding" : "reference";
        return o;
    }

    private static JsonObject Entry(string id, Fact fact, string document, bool needsValue = false)
    {
        var o = new JsonObject { ["id"] = id };
        if (needsValue || !fact.Value.Equals(Fact.Unknown.Value))
        {
            var written = WrittenReading.Of(fact.Value);
            o["value"] = Value(written);
            Set(o, "estimated", written.IsEstimated ? true : null);
            Set(o, "remark", Text(written.Remark));
        }

        Set(o, "unit", fact.Unit);
        Set(o, "ofYear", fact.OfYear);
        Set(o, "met", fact.ReportedMet);
        Set(o, "trend", fact.ClaimedTrend switch
        {
            Trend.Stable => "stable",
            Trend.Improving => "improving",
            Trend.Worsening => "worsening",
            _ => null,
        });
        if (fact.Change is { } change)
        {
            o["change"] = new JsonObject { ["percent"] = change.Percent, ["since"] = change.Since };
        }

        Set(o, "measure", fact.Measure switch { Measure.Level => "level", Measure.Change => "change", _ => null });
        if (fact.ParentAverage is { } average)
        {
            var written = new JsonObject { ["value"] = Bare(average.Value, average.Unit) };
            Set(written, "place", Text(average.Place));
            Set(written, "source", Source(average.Source, document));
            o["parentAverage"] = written;
        }

        if (!fact.Related.IsEmpty)
        {
            o["related"] = Array(fact.Related, Related);
        }

        Set(o, "source", Source(fact.Source, document));
        return o;
    }

    private static JsonObject Related(RelatedFigure figure)
    {
        var value = Bare(figure.Value, figure.Unit);
        var o = new JsonObject { ["name"] = figure.Name, ["value"] = value };
        Set(o, "unit", value is JsonObject ? null : Text(figure.Unit));
        return o;
    }

    private static JsonObject? Task(SuperiorTaskFacts task)
    {
        var o = new JsonObject();
        var state = task.State == SuperiorTaskState.Figures ? task.Claim : task.State;
        Set(o, "state", state switch
        {
            SuperiorTaskState.NoneSet => "none-set",
            SuperiorTaskState.SaidCompleted => "completed",
            SuperiorTaskState.SaidNotCompleted => "not-completed",
            _ => null,
        });
        Set(o, "words", Text(task.Text));
        if (!task.Figures.IsEmpty)
        {
            o["figures"] = Array(task.Figures, Figure);
        }

        return o.Count > 0 ? o : null;
    }

    private static JsonObject Figure(SuperiorTaskFigure figure)
    {
        var o = new JsonObject { ["name"] = figure.Name, ["unit"] = figure.Unit, ["required"] = figure.Required };
        Set(o, "limit", figure.AtMost ? "at-most" : null);
        if (!figure.Actual.Equals(Fact.Unknown.Value))
        {
            o["actual"] = Bare(figure.Actual, null);
        }

        return o;
    }

    private static JsonNode Value(WrittenReading written) =>
        written.Base is { Kind: ReadingKind.Number, Low: { } number } && written.Base.Text == Reading.Plain(number) ? number
        : written.IsText ? written.Base.Text
        : Typed(written.Base, written.QuotaUnit);

    // A reading where nothing can be said beside it; a unit that its text does not have is a field of its form.
    private static JsonNode Bare(Reading reading, string? unit)
    {
        var read = ReadingParser.Parse(reading.Text);
        return !read.Reading.Equals(reading) ? Typed(reading, reading.Kind == ReadingKind.Quota ? reading.QuotaUnit : unit ?? "")
            : Value(new(reading, false, ""));
    }

    /// <summary>A reading as a cell that says all of it: its text, or its typed form where the text says another.</summary>
    internal static string Cell(Reading reading, string? unit) => reading.Equals(Fact.Unknown.Value) ? ""
        : Bare(reading, unit) is JsonObject o ? o.ToJsonString(CellOptions)
        : reading.Text.StartsWith('{') ? Typed(reading, unit ?? "").ToJsonString(CellOptions)
        : reading.Text;

    private static JsonObject Typed(Reading reading, string unit)
    {
        var o = reading.Kind switch
        {
            ReadingKind.Quota => new JsonObject { ["done"] = reading.Done, ["assigned"] = reading.Assigned },
            ReadingKind.Words => new JsonObject { ["words"] = reading.Text },
            ReadingKind.Absent => new JsonObject { ["absent"] = WrittenReading.Kebab(reading.Absence), ["words"] = reading.Text },
            _ => Bounds(reading),
        };
        Set(o, "unit", Text(unit));
        return o;
    }

    private static JsonObject Bounds(Reading reading)
    {
        var o = new JsonObject();
        var isClosed = reading is { Low: not null, High: not null, LowOpen: false, HighOpen: false };
        Set(o, isClosed ? "low" : reading.LowOpen ? "moreThan" : "atLeast", reading.Low);
        Set(o, isClosed ? "high" : reading.HighOpen ? "lessThan" : "atMost", reading.High);
        return o;
    }

    private static JsonNode? Source(Source? source, string document)
    {
        if (source is null)
        {
            return null;
        }

        if (source.Document == document)
        {
            return source.Locator;
        }

        var o = new JsonObject { ["document"] = source.Document };
        Set(o, "place", Text(source.Locator));
        return o;
    }

    private static JsonArray Array<T>(IEnumerable<T> all, Func<T, JsonNode> written) => [.. all.Select(written)];

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static void Set(JsonObject o, string name, JsonNode? value)
    {
        if (value is not null)
        {
            o[name] = value;
        }
    }
}
