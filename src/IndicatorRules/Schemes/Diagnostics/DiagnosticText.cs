using System.ComponentModel;
using System.Globalization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Converts a diagnostic or location to one line, without the folders of this machine.</summary>
/// <remarks>Serializers such as Newtonsoft.Json use type converters.</remarks>
internal sealed class DiagnosticText : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object? ConvertTo(
        ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) => value switch
        {
            Diagnostic diagnostic => DiagnosticJson.WithoutFolder(diagnostic.Format(Language.En), diagnostic),
            Location location => $"{location with { File = LocationJson.NameOf(location.File) }}",
            _ => base.ConvertTo(context, culture, value, destinationType),
        };
}
