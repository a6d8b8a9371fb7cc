using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>What a word finds in a figure. Immutable.</summary>
internal abstract class FigureReason(Clause clause, Verdict verdict, int line, FigureInfo figure, Reading? reading, int year)
    : Reason(clause, verdict, line)
{
    public override FigureInfo Figure => figure;

    public override Reading? Reading => reading;

    public override int? Year => year;

    public override string Unit => figure.Unit;

    /// <summary>
    /// The distance to a bound, positive to spare, of the end that decides: the lower end against ≥, the upper one against ≤. Null
    /// where there is no such end, or where the distance is more than a decimal holds.
    /// </summary>
    internal static decimal? MarginOf(Clause clause, in Interval value, decimal low, decimal high) => clause switch
    {
        Clause.AtLeast or Clause.MoreThan or Clause.TaskAtLeast => Distance(value.Least, low),
        Clause.AtMost or Clause.LessThan or Clause.TaskAtMost => Distance(low, value.Most),
        _ => Distance(value.Least, low) is { } below && Distance(high, value.Most) is { } above ? Math.Min(below, above) : null,
    };

    private static decimal? Distance(decimal? from, decimal? to) => from is { } upper && to is { } lower
        && Math.Abs(upper) <= decimal.MaxValue / 2 && Math.Abs(lower) <= decimal.MaxValue / 2 ? upper - lower : null;
}
