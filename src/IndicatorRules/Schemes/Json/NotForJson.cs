using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IndicatorRules.Schemes.Json;

/// <summary>Prevents the serialization of types that contain paths of this machine or the sources of rules.</summary>
internal sealed class NotForJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => true;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => throw Refusal(typeToConvert);

    internal static NotSupportedException Refusal(Type type) => new(
        $"{type.Name} is not serialized: it holds paths of this machine and the sources of rules. "
        + "Of an assessment, serialize AssessmentReport.Of (package IndicatorRules.Reporting); "
        + "or copy what you need into a type of your own.");
}

/// <summary>Does the same as <see cref="NotForJson"/> for serializers that use type converters, such as Newtonsoft.Json.</summary>
internal sealed class NotForText : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw NotForJson.Refusal(value?.GetType() ?? typeof(object));
}
