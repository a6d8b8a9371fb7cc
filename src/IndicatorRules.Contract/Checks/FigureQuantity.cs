using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Checks;

/// <summary>Facts → quantities: a number, a range or a bound with its place; unknown where there is none.</summary>
internal static class FigureQuantity
{
    internal static Quantity Of(Fact fact, string unit, Origin origin) => fact.Value.IsNumeric
        ? new(fact.Value.Low, fact.Value.High, [origin], Plain(unit), origin.Name)
        : new(null, null, [origin], Plain(unit), origin.Name);

    /// <summary>A reading as it was handed in, with its unit behind it.</summary>
    internal static string Said(Reading value, string unit) => value.IsNumeric && Plain(unit) is { Length: > 0 } shown && !value.Text.EndsWith(shown, StringComparison.Ordinal)
        ? $"{value.Text} {shown}"
        : value.Text;

    private static string Plain(string unit) => unit == "-" ? "" : unit;
}
