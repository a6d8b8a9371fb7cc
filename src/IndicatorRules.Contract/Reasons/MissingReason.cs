using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure that is not there, and what it would have been held against. Immutable.</summary>
internal sealed class MissingReason(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, string text, decimal? threshold, decimal? upper)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    public override string Text => text;

    public override decimal? Threshold => threshold;

    public override decimal? UpperThreshold => upper;
}
