using System.ComponentModel;
using System.Globalization;

namespace IndicatorRules.Schemes.Json;

/// <summary>Does the same as <see cref="NotForJson"/> for serializers that use type converters, such as Newtonsoft.Json.</summary>
internal sealed class NotForText : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw NotForJson.Refusal(value?.GetType() ?? typeof(object));
}
