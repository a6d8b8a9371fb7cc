using System.ComponentModel;
using System.Globalization;

namespace IndicatorRules.Contract.Json;

/// <summary>Refuses a type to serializers that ask for a type converter, such as Newtonsoft.Json.</summary>
/// <remarks>They read a verdict back as Undetermined, and walk from a reason into what must not leave the process.</remarks>
internal sealed class NotForText : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw new NotSupportedException(
            $"{value?.GetType().Name} is serialized by System.Text.Json alone, and reasons not at all: "
            + "a report writer, or Reasons in one language, has them.");
}
