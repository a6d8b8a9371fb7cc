using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>One number against another: the commonest step. Immutable.</summary>
internal sealed class NumberReason(Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, in decimal threshold)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    private readonly decimal _threshold = threshold;

    public override decimal? Threshold => _threshold;

    public override decimal? Margin => MarginOf(Clause, Reading!.Interval, _threshold, _threshold);
}
