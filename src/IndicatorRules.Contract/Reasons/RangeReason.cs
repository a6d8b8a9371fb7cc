using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure that may be a range of numbers, against one bound or two. Immutable.</summary>
internal sealed class RangeReason(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, decimal low, decimal high)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    public override decimal? Threshold => low;

    public override decimal? UpperThreshold => Clause == Clause.Between ? high : null;

    public override decimal? Margin => Proven == Status.Undetermined ? null : MarginOf(Clause, Figure.NumbersOf(Reading!), low, high);
}
