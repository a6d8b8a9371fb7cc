using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Facts;

/// <summary>Writes facts, such as those built in code, as a facts file. Same facts, same bytes. Safe on any thread.</summary>
/// <remarks>
/// What is written is read back and compared before it is handed on, so a file never says less than the facts. The hash of the file that
/// facts came from is not part of them.
/// </remarks>
/// <example><code>
/// var json = FactsWriter.ToJson(facts);
/// var same = FactsReader.Read(Encoding.UTF8.GetBytes(json), "facts").OrThrow();
/// </code></example>
public static class FactsWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = VisibleText.Json };

    /// <summary>The facts as JSON, as described by <c>facts.schema.json</c>.</summary>
    /// <exception cref="ArgumentException">
    /// A file cannot say it: two entries for one item, a reading whose text does not follow from its figures, a year outside of 1949 to
    /// 2200, or more than a facts file may hold.
    /// </exception>
    public static string ToJson(PlaceFacts facts) => System.Text.Encoding.UTF8.GetString(Bytes(facts).Span);

    /// <summary>Writes the facts as UTF-8.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static void Write(PlaceFacts facts, IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Bytes(facts).Span);
    }

    /// <summary>Writes the facts as UTF-8; leaves the stream open.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static void Write(PlaceFacts facts, Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Write(Bytes(facts).Span);
    }

    /// <summary>Writes the facts as UTF-8; leaves the stream open.</summary>
    /// <inheritdoc cref="ToJson"/>
    public static Task WriteAsync(PlaceFacts facts, Stream to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to.WriteAsync(Bytes(facts), cancellationToken).AsTask();
    }

    private static ReadOnlyMemory<byte> Bytes(PlaceFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Root(facts).WriteTo(json);
        }

        bytes.Write("\n"u8);
        var read = FactsReader.Read(bytes.WrittenMemory, "facts");
        return read.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error
            ? throw new ArgumentException($"{error.Path}: {error.Message(Language.En)}", nameof(facts))
            : Difference(facts, read.OrThrow().Facts) is { } path
            ? throw new ArgumentException($"{path}: no facts file says this entry as it is.", nameof(facts))
            : bytes.WrittenMemory;
    }

    // The first entry that was read back otherwise; null where all are the same.
    private static string? Difference(PlaceFacts facts, PlaceFacts read)
    {
        if (facts.Place != read.Place || facts.Note != read.Note || facts.Scheme != read.Scheme || facts.Years.Length != read.Years.Length)
        {
            return "place";
        }

        foreach (var (year, other) in facts.Years.Zip(read.Years))
        {
            if (year.Indicators.Zip(other.Indicators).FirstOrDefault(i => i.First != i.Second) is (not null, _) differs)
            {
                return EntryPath.Of(new FactPath(year.Year, differs.First.Id));
            }

            if (year.Background.Zip(other.Background).FirstOrDefault(b => b.First != b.Second) is (not null, _) figures)
            {
                return EntryPath.Of(FactsFile.BackgroundPath(year.Year, figures.First.Id));
            }

            if (year.Year != other.Year || year.Indicators.Length != other.Indicators.Length
                || year.Background.Length != other.Background.Length || !year.Adjustments.SequenceEqual(other.Adjustments))
            {
                return $"{year.Year}";
            }
        }

        return null;
    }

    private static JsonObject Root(PlaceFacts facts)
    {
        var root = new JsonObject();
        Add(root, "note", facts.Note.Length > 0 ? facts.Note : null);
        root["$schema"] = "facts.schema.json";
        Add(root, "scheme", facts.Scheme);
        var place = new JsonObject { ["code"] = facts.Place.Code, ["name"] = facts.Place.Name };
        Add(place, "level", facts.Place.Level.Length > 0 ? facts.Place.Level : null);
        Add(place, "attributes", facts.Place.Attributes, Attribute);
        root["place"] = place;
        root["years"] = new JsonArray([.. facts.Years.Select(Year)]);
        return root;
    }

    private static JsonObject Attribute(AttributeValue attribute)
    {
        var o = new JsonObject { ["id"] = attribute.Id };
        Add(o, "choice", attribute.Choice);
        Add(o, "number", attribute.Number);
        if (!attribute.Shares.IsEmpty)
        {
            var shares = new JsonObject();
            foreach (var share in attribute.Shares)
            {
                // Two shares of one part become one, which differs from the facts when it is read back.
                shares[share.Part] = share.Percent;
            }

            o["shares"] = shares;
        }

        AddSource(o, attribute.Source);
        return o;
    }

    private static JsonObject Year(YearFacts year)
    {
        var o = new JsonObject { ["year"] = year.Year };
        Add(o, "background", year.Background, b => Figure(b.Id, b.Fact));
        Add(o, "adjustments", year.Adjustments, Adjustment);
        o["indicators"] = new JsonArray([.. year.Indicators.Select(Indicator)]);
        return o;
    }

    private static JsonObject Adjustment(Adjustment adjustment)
    {
        var o = new JsonObject { ["id"] = adjustment.Id, ["points"] = adjustment.Points, ["reason"] = adjustment.Reason };
        AddSource(o, adjustment.Source);
        return o;
    }

    private static JsonObject Indicator(IndicatorFacts indicator)
    {
        var o = Figure(indicator.Id, indicator.Own, isOptional: true);
        Add(o, "items", indicator.Items, Item);
        Add(o, "targets", indicator.Targets, Target);
        Add(o, "bindings", indicator.PrintedKinds, Kind);
        AddTask(o, indicator.SuperiorTask);
        return o;
    }

    private static JsonObject Item(ItemFact item)
    {
        var o = Figure(item.Id, item.Fact, isOptional: true);
        AddTask(o, item.SuperiorTask);
        return o;
    }

    private static JsonObject Target(DeclaredTarget target)
    {
        var o = new JsonObject { ["year"] = target.Year, ["text"] = target.Text };
        Add(o, "atLeast", target.AtLeast);
        Add(o, "atMost", target.AtMost);
        Add(o, "task", target.SuperiorTask ? JsonValue.Create(true) : null);
        return o;
    }

    private static JsonObject Kind(PrintedKind kind)
    {
        var o = new JsonObject();
        Add(o, "level", kind.Level.Length > 0 ? kind.Level : null);
        o["binding"] = kind.IsBinding ? "binding" : "reference";
        return o;
    }

    // Every field of a fact; those that a background figure cannot have are reported as invalid.
    private static JsonObject Figure(string id, Fact fact, bool isOptional = false)
    {
        var o = new JsonObject { ["id"] = id };
        if (!isOptional || !fact.Value.Equals(Fact.Unknown.Value))
        {
            WrittenReading.Of(fact.Value, fact.Unit, fact.OfYear).AddTo(o, "value");
        }

        Add(o, "unit", fact.Unit);
        Add(o, "ofYear", fact.OfYear);
        Add(o, "met", fact.ReportedMet);
        Add(o, "trend", fact.ClaimedTrend is { } trend ? JsonNamingPolicy.CamelCase.ConvertName($"{trend}") : null);
        Add(o, "measure", fact.Measure == Measure.NotStated ? null : JsonNamingPolicy.CamelCase.ConvertName($"{fact.Measure}"));
        if (fact.Change is { } change)
        {
            o["change"] = new JsonObject { ["percent"] = change.Percent, ["since"] = change.Since };
        }

        if (fact.ParentAverage is { } average)
        {
            var parent = new JsonObject();
            WrittenReading.Of(average.Value, average.Unit, null).AddTo(parent, "value");
            Add(parent, "unit", average.Unit);
            Add(parent, "place", average.Place.Length > 0 ? average.Place : null);
            AddSource(parent, average.Source);
            o["parentAverage"] = parent;
        }

        Add(o, "related", fact.Related, Related);
        AddSource(o, fact.Source);
        Add(o, "owner", fact.Owner);
        Add(o, "note", fact.Note);
        return o;
    }

    // A unit beside a typed reading is in the reading, and beside a number or a text in its own field.
    private static JsonObject Related(RelatedFigure figure)
    {
        var o = new JsonObject { ["name"] = figure.Name };
        WrittenReading.Of(figure.Value, null, null).AddTo(o, "value");
        if (figure.Unit.Length > 0 && o["value"] is JsonObject typed)
        {
            typed["unit"] = figure.Unit;
        }
        else
        {
            Add(o, "unit", figure.Unit.Length > 0 ? figure.Unit : null);
        }

        return o;
    }

    private static void AddTask(JsonObject to, SuperiorTaskFacts task)
    {
        if (task == SuperiorTaskFacts.NotStated)
        {
            return;
        }

        var o = new JsonObject();
        Add(o, "state", (task.State == SuperiorTaskState.Figures ? task.Claim : task.State) switch
        {
            SuperiorTaskState.NoneSet => "none-set",
            SuperiorTaskState.SaidCompleted => "completed",
            SuperiorTaskState.SaidNotCompleted => "not-completed",
            _ => null,
        });
        Add(o, "words", task.Text.Length > 0 ? task.Text : null);
        if (task.State == SuperiorTaskState.Figures || !task.Figures.IsEmpty)
        {
            o["figures"] = new JsonArray([.. task.Figures.Select(Figure)]);
        }

        to["task"] = o;
    }

    private static JsonObject Figure(SuperiorTaskFigure figure)
    {
        var o = new JsonObject { ["name"] = figure.Name, ["unit"] = figure.Unit, ["required"] = figure.Required };
        Add(o, "limit", figure.AtMost ? "at-most" : null);
        WrittenReading.Of(figure.Actual, figure.Unit, null).AddTo(o, "actual");
        return o;
    }

    private static void AddSource(JsonObject to, Source? source)
    {
        if (source is not null)
        {
            to["source"] = new JsonObject { ["document"] = source.Document, ["place"] = source.Locator };
        }
    }

    private static void Add(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static void Add<T>(JsonObject to, string name, ImmutableArray<T> values, Func<T, JsonObject> write)
    {
        if (!values.IsEmpty)
        {
            to[name] = new JsonArray([.. values.Select(write)]);
        }
    }
}

/// <summary>The form in which a file says a reading: the first of number, text and typed form that is read back as the same.</summary>
/// <param name="Value">The JSON value.</param>
/// <param name="IsEstimated">Whether the field <c>estimated</c> says that it is an estimate, since the value does not.</param>
/// <param name="Remark">The field <c>remark</c>; empty for none.</param>
internal readonly record struct WrittenReading(JsonNode Value, bool IsEstimated = false, string Remark = "")
{
    private const string Estimate = "（预计）";

    // Where nothing is read back as the reading, the nearest form shows the difference.
    internal static WrittenReading Of(Reading reading, string? unit, int? ofYear) =>
        Find(reading, unit, ofYear) ?? new(Typed(reading));

    private static WrittenReading? Find(Reading reading, string? unit, int? ofYear)
    {
        if (Plainly(reading, unit, ofYear) is { } plain)
        {
            return new(plain);
        }

        if (reading.IsEstimated && WithoutEstimate(reading) is { } figure && Plainly(figure, unit, ofYear) is { } estimated)
        {
            return new(estimated, IsEstimated: true);
        }

        // A remark is in brackets behind the figure, and behind the word that makes it an estimate.
        var at = reading.Text.EndsWith('）') ? reading.Text.IndexOf('（', StringComparison.Ordinal) : -1;
        for (; at > 0; at = reading.Text.IndexOf('（', at + 1))
        {
            var (text, remark) = (reading.Text[..at], reading.Text[(at + 1)..^1]);
            var bare = Reading.Restore(
                reading.Kind, text, reading.Interval, Quota(reading), reading.Absence, reading.IsEstimated);
            if (remark.Length > 0 && bare.Remarked(remark).Equals(reading) && Find(bare, unit, ofYear) is { Remark.Length: 0 } written)
            {
                return written with { Remark = remark };
            }
        }

        return null;
    }

    internal void AddTo(JsonObject o, string name)
    {
        o[name] = Value;
        if (IsEstimated)
        {
            o["estimated"] = true;
        }

        if (Remark.Length > 0)
        {
            o["remark"] = Remark;
        }
    }

    private static JsonNode? Plainly(Reading reading, string? unit, int? ofYear)
    {
        if (reading.Kind == ReadingKind.Number && !reading.IsEstimated && reading.Text == Reading.Plain(reading.Interval.Low))
        {
            return JsonValue.Create(reading.Interval.Low);
        }

        var cell = ReadingParser.Parse(reading.Text);
        if (cell.Reading.Equals(reading) && (cell.Unit is null || (unit is not null && UnitName.Same(cell.Unit, unit)))
            && (cell.OfYear is null || cell.OfYear == ofYear))
        {
            return JsonValue.Create(reading.Text);
        }

        return reading.IsEstimated || reading.Kind == ReadingKind.Number || !IsTyped(reading) ? null : Typed(reading);
    }

    private static bool IsTyped(Reading r) => r.Kind switch
    {
        ReadingKind.Words => r.Text.Length > 0,
        ReadingKind.Absent => r.Text.Length > 0,
        ReadingKind.Quota => Reading.Quota(r.Done!.Value, r.Assigned!.Value, r.QuotaUnit).Equals(r),
        ReadingKind.Range => Reading.OpenRange(r.Interval.Low, r.LowOpen, r.Interval.High, r.HighOpen).Equals(r)
            || (!r.LowOpen && !r.HighOpen && Reading.Range(r.Interval.Low, r.Interval.High).Equals(r)),
        _ => (r.Low is { } low ? r.LowOpen ? Reading.MoreThan(low) : Reading.AtLeast(low)
            : r.HighOpen ? Reading.LessThan(r.High!.Value) : Reading.AtMost(r.High!.Value)).Equals(r),
    };

    private static JsonObject Typed(Reading reading)
    {
        var o = new JsonObject();
        switch (reading.Kind)
        {
            case ReadingKind.Words:
                o["words"] = reading.Text;
                break;
            case ReadingKind.Absent:
                o["absent"] = reading.Absence switch
                {
                    AbsenceKind.NothingOfTheKind => "nothing-of-the-kind",
                    AbsenceKind.NotAssessed => "not-assessed",
                    AbsenceKind.NotMeasurable => "not-measurable",
                    _ => "not-reported",
                };
                if (reading.Text != "-")
                {
                    o["words"] = reading.Text;
                }

                break;
            case ReadingKind.Quota:
                (o["done"], o["assigned"]) = (reading.Done, reading.Assigned);
                if (reading.QuotaUnit.Length > 0)
                {
                    o["unit"] = reading.QuotaUnit;
                }

                break;
            case ReadingKind.Range when !reading.LowOpen && !reading.HighOpen
                && reading.Text == Reading.Range(reading.Interval.Low, reading.Interval.High).Text:
                (o["low"], o["high"]) = (reading.Low, reading.High);
                break;
            default:
                if (reading.Low is { } low)
                {
                    o[reading.LowOpen ? "moreThan" : "atLeast"] = low;
                }

                if (reading.High is { } high)
                {
                    o[reading.HighOpen ? "lessThan" : "atMost"] = high;
                }

                break;
        }

        return o;
    }

    // The figure of which the field `estimated` makes this reading; null where the text itself says that it is an estimate.
    private static Reading? WithoutEstimate(Reading reading)
    {
        var text = reading.Kind != ReadingKind.Words && reading.Text.EndsWith(Estimate, StringComparison.Ordinal)
            ? reading.Text[..^Estimate.Length] : reading.Text;
        var figure = Reading.Restore(reading.Kind, text, reading.Interval, Quota(reading), reading.Absence, false);
        return !figure.IsAbsent && figure.AsEstimate().Equals(reading) ? figure : null;
    }

    private static QuotaCount? Quota(Reading reading) =>
        reading is { Done: { } done, Assigned: { } assigned } ? new QuotaCount(done, assigned) : null;
}
