using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>A figure held against another year's, or against the change that the source prints in its place. Immutable.</summary>
internal sealed class KnownCourseReason(
    Clause clause, Verdict verdict, int line, FigureInfo figure, Reading? reading, int year, decimal amount, decimal? margin,
    Reading? reference, int? referenceYear, RecordedChange? printed)
    : FigureReason(clause, verdict, line, figure, reading, year)
{
    public override decimal? Threshold => amount;

    public override decimal? Margin => margin;

    public override Reading? Reference => reference;

    public override int? ReferenceYear => referenceYear;

    public override decimal? PrintedChange => printed?.Percent;
}
