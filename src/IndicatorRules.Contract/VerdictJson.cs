using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Json;

namespace IndicatorRules.Contract;

/// <summary>A verdict as <c>{"proven":"met","claimed":"met"}</c>, both required; its reasons are left out.</summary>
/// <remarks>Without it the library would read any object as the default verdict.</remarks>
internal sealed class VerdictJson : JsonConverter<Verdict>
{
    // By the numbers of Status; the same words as in reports.
    private static readonly string[] Words = ["notApplicable", "met", "undetermined", "notMet"];

    public override Verdict Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fields = JsonFields.Read(ref reader, "verdict", ["proven", "claimed"]);
        return new Verdict(StatusOf(fields["proven"]), StatusOf(fields["claimed"]));
    }

    public override void Write(Utf8JsonWriter writer, Verdict value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("proven", WordOf(value.Proven));
        writer.WriteString("claimed", WordOf(value.Claimed));
        writer.WriteEndObject();
    }

    internal static string WordOf(Status status) => Words[(int)status];

    internal static Status StatusOf(JsonElement? field) =>
        field is { ValueKind: JsonValueKind.String } word && Array.IndexOf(Words, word.GetString()) is var i and >= 0
            ? (Status)i
            : throw new JsonException($"A verdict needs `proven` and `claimed`, each one of {string.Join(", ", Words)}.");
}
