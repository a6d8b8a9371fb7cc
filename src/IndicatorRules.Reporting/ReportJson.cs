using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>The JSON metadata of a report, generated at build time: one list of fields for both directions.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AssessmentReport))]
[JsonSerializable(typeof(AssessmentReport[]))]
internal sealed partial class ReportJson : JsonSerializerContext
{
    private static readonly Lazy<ReportJson> Made = new(() => new ReportJson(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    }));

    /// <summary>As a report writer writes it: indented, with Chinese as it is and invisible characters escaped.</summary>
    internal static ReportJson Indented => Made.Value;
}

/// <summary>A member of an enumeration as its name with a small first letter; anything else is an error.</summary>
internal sealed class WordJson<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();
    private static readonly string[] Words = [.. Values.Select(v => JsonNamingPolicy.CamelCase.ConvertName($"{v}"))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Array.IndexOf(Words, reader.GetString()) is var index and >= 0
            ? Values[index]
            : throw new JsonException($"One of {string.Join(", ", Words)} was expected.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Array.IndexOf(Values, value) is var index and >= 0
            ? Words[index]
            : throw new JsonException($"{typeof(T).Name} has no value {value:D}."));
}

/// <summary>A figure without trailing zeros; one that a decimal cannot hold exactly is an error and never rounded.</summary>
internal sealed class FigureJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var figure)
            && Encoding.UTF8.GetString(reader.ValueSpan) == Reading.Plain(figure))
        {
            return figure;
        }

        throw new JsonException("A number of at most 28 digits was expected.");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Wording.Trimmed(value));
}

/// <summary>A printed number: a JSON number where it is a whole one, else a text.</summary>
internal sealed class PrintedNumberJson : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number when reader.TryGetInt32(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException("A whole number or a text was expected."),
    };

    // A text such as 007 is not what an integer would read back as.
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole > 0
            && value.Length <= 9 && value == whole.ToString(CultureInfo.InvariantCulture))
        {
            writer.WriteNumberValue(whole);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }
}

/// <summary>Refuses reports to serializers that know nothing of required fields, such as Newtonsoft.Json.</summary>
/// <remarks>They would read a row without a status as not applicable.</remarks>
internal sealed class SystemTextJsonOnly : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw Refusal();

    public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => throw Refusal();

    private static NotSupportedException Refusal() => new("AssessmentReport is serialized by System.Text.Json alone: ToJson and Parse.");
}
