using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Checks;

/// <summary>Facts → quantities: a number, a range or a bound with its place; unknown where there is none.</summary>
internal static class FigureQuantity
{
    /// <param name="fact">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="origin">Its place.</param>
    /// <param name="lag">By how many years it is older than was asked for.</param>
    internal static Quantity Of(Fact fact, string unit, Origin origin, int lag) =>
        new(fact.Value.IsNumeric ? fact.Value.Interval : default, [origin], Plain(unit), origin.Name, lag);

    /// <summary>A reading as it was handed in, with its unit behind it, and its year where that is not the column's.</summary>
    internal static LocalizedText Said(Fact fact, string unit, int column)
    {
        var said = Said(fact.Value, unit);
        return fact.OfYear is { } year && year != column && !fact.IsAbsent
            ? new LocalizedText($"{said}（{year} 年数）", $"{said} (of {year})")
            : said;
    }

    /// <summary>A reading as it was handed in, with its unit behind it.</summary>
    internal static string Said(Reading value, string unit) =>
        value.IsNumeric && Plain(unit) is { Length: > 0 } shown
            && !value.Text.EndsWith(shown, StringComparison.Ordinal)
        ? UnitName.Behind(value.Text, shown)
        : value.Text;

    /// <summary>
    /// The figure of so many years before the one checked, the column that gives it, and by how many years it is older than that.
    /// </summary>
    /// <remarks>
    /// Where the year checked has no figure of its own and its column one of an earlier year, all years are counted from that one: a table
    /// that lags by a year is checked as one that does not.
    /// </remarks>
    internal static (Fact Fact, int Column, int Lag) Find(PlaceFacts facts, int year, int before, Func<YearFacts, Fact?> find)
    {
        var (now, column) = facts.FigureOf(year, find);
        var of = now.OfYear ?? column;
        if (before == 0)
        {
            return (now, column, year - of);
        }

        var (then, at) = facts.FigureOf(of - before, find);
        return ((then.OfYear ?? at) == of - before ? then : Fact.Unknown, at, year - of);
    }

    private static string Plain(string unit) => unit == "-" ? "" : unit;
}
