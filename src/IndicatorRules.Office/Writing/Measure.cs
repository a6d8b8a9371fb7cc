using System.Globalization;
using DocumentFormat.OpenXml;

namespace IndicatorRules.Office.Writing;

/// <summary>Widths, heights and margins. The library stores them as binary numbers; no figure passes here.</summary>
internal static class Measure
{
#pragma warning disable RS0030 // The library's own type.
    internal static DoubleValue Of(string digits) => new() { InnerText = digits };
#pragma warning restore RS0030

    internal static DoubleValue Of(int number) => Of(number.ToString(CultureInfo.InvariantCulture));
}
