using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndicatorRules.Contract.Json;

/// <summary>
/// Refuses a type that JSON would cut short: a reason holds figures and rules of its own kind, and its base class alone would be written.
/// </summary>
internal sealed class NotForJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"{typeToConvert.Name} is not serialized: a report writer, or its Reasons in one language, says what it holds.");
}
