using System.ComponentModel;
using System.Globalization;

namespace IndicatorRules.Schemes.Json;

/// <summary>Refuses what <see cref="NotForJson"/> refuses to serializers that ask for a type converter, such as Newtonsoft.Json.</summary>
internal sealed class NotForText : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw NotForJson.Refusal(value?.GetType() ?? typeof(object));
}
