using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure held against another year's, of which nothing is known. Immutable.</summary>
internal sealed class CourseReason(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading? reading, int year, decimal amount, int? referenceYear)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    public override decimal? Threshold => amount;

    public override int? ReferenceYear => referenceYear;
}
