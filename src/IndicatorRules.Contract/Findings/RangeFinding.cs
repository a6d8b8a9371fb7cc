using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Findings;

/// <summary>A figure that may be a range of numbers, against one bound or two. Immutable.</summary>
internal sealed class RangeFinding(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, decimal low, decimal high)
    : FigureFinding(clause, verdict, line, figure, reading, year)
{
    public override decimal? Threshold => low;

    public override decimal? UpperThreshold => Clause == Clause.Between ? high : null;

    public override decimal? Margin => Proven == Status.Undetermined ? null : MarginOf(Clause, Figure.NumbersOf(Reading!), low, high);
}
