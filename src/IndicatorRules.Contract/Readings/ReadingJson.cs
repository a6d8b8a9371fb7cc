using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract.Readings;

/// <summary>A reading with all that it holds, every figure exact; a combination that no reading has is an error.</summary>
internal sealed class ReadingJson : JsonConverter<Reading>
{
    private static readonly string[] Names =
        ["kind", "text", "absence", "low", "high", "lowOpen", "highOpen", "done", "assigned", "estimated"];

    public override Reading Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = JsonFields.Read(ref reader, "reading", Names);
        var (kind, text) = (KindOf<ReadingKind>(fields["kind"], "kind"), TextOf(fields["text"]));
        var (low, high) = (NumberOf(fields["low"]), NumberOf(fields["high"]));
        var (lowOpen, highOpen) = (IsTrue(fields["lowOpen"]), IsTrue(fields["highOpen"]));
        var (done, assigned) = (NumberOf(fields["done"]), NumberOf(fields["assigned"]));
        var isEstimated = IsTrue(fields["estimated"]);
        var isPoint = kind == ReadingKind.Number;
        var fits = (fields["absence"] is not null) == (kind == ReadingKind.Absent)
            && (done is not null, assigned is not null) == (kind == ReadingKind.Quota, kind == ReadingKind.Quota)
            && !(isEstimated && kind == ReadingKind.Absent)
            && !(lowOpen && low is null) && !(highOpen && high is null)
            && kind switch
            {
                ReadingKind.Number => low is not null && low == high && !lowOpen && !highOpen,
                ReadingKind.Range => low <= high,
                ReadingKind.Bound => low is null != high is null,
                _ => low is null && high is null,
            };
        if (!fits)
        {
            throw new JsonException("These fields together are no reading.");
        }

        var ends = (low is null ? 0 : Ends.Low) | (high is null ? 0 : Ends.High) | (lowOpen ? Ends.LowOpen : 0)
            | (highOpen ? Ends.HighOpen : 0) | (isPoint ? Ends.Point : 0);
        return Reading.Restore(
            kind,
            text,
            new Interval(low ?? 0, high ?? 0, ends),
            done is { } d && assigned is { } a ? new QuotaCount(d, a) : null,
            kind == ReadingKind.Absent ? KindOf<AbsenceKind>(fields["absence"], "absence") : default,
            isEstimated);
    }

    public override void Write(Utf8JsonWriter writer, Reading value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName($"{value.Kind}"));
        writer.WriteString("text", value.Text);
        if (value.IsAbsent)
        {
            writer.WriteString("absence", JsonNamingPolicy.CamelCase.ConvertName($"{value.Absence}"));
        }

        Write(writer, "low", value.Low);
        Write(writer, "high", value.High);
        Write(writer, "lowOpen", value.LowOpen);
        Write(writer, "highOpen", value.HighOpen);
        Write(writer, "done", value.Done);
        Write(writer, "assigned", value.Assigned);
        Write(writer, "estimated", value.IsEstimated);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } figure)
        {
            writer.WriteNumber(name, figure);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, bool isSo)
    {
        if (isSo)
        {
            writer.WriteBoolean(name, true);
        }
    }

    private static string TextOf(JsonElement? field) =>
        field is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new JsonException("A reading needs its `text`.");

    private static T KindOf<T>(JsonElement? field, string name)
        where T : struct, Enum
    {
        foreach (var kind in Enum.GetValues<T>())
        {
            if (field is { ValueKind: JsonValueKind.String } word && word.ValueEquals(JsonNamingPolicy.CamelCase.ConvertName($"{kind}")))
            {
                return kind;
            }
        }

        throw new JsonException($"A reading needs a known `{name}`.");
    }

    // What a decimal cannot hold is refused, never rounded: written back it must be the same number.
    private static decimal? NumberOf(JsonElement? field) =>
        field is not { } number ? null
        : number.ValueKind == JsonValueKind.Number && number.TryGetDecimal(out var exact) && IsExact(number.GetRawText(), exact) ? exact
        : throw new JsonException("A figure of a reading is a number of at most 28 digits.");

    private static bool IsExact(string written, decimal read)
    {
        // A decimal has no exponent of its own; figures are written without one.
        return written == Reading.Plain(read);
    }

    private static bool IsTrue(JsonElement? field) =>
        field is { } flag && (flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.GetBoolean()
            : throw new JsonException("`lowOpen`, `highOpen` and `estimated` are true or false."));
}
