using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndicatorRules.Contract.Json;

/// <summary>
/// Rejects a type that JSON would write incompletely: of a reason only the members of its base class.
/// </summary>
internal sealed class NotForJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"{typeToConvert.Name} is not serialized: a report writer, or its Reasons in one language, says what it holds.");
}

/// <summary>Rejects the facts of a place: no serializer would read back what it wrote of them.</summary>
internal sealed class FactsNotForJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException(
        $"{typeToConvert.Name} is not serialized: FactsWriter writes facts as a facts file, and FactsReader reads it back.");
}
