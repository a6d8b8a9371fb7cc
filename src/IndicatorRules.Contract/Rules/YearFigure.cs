using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Rules;

/// <summary>A figure of one of several years that are judged each: <c>EachYear(3, y => …)</c>.</summary>
internal sealed class YearFigure : Figure
{
    private readonly Figure _of;

    /// <param name="of">The figure judged.</param>
    /// <param name="year">The year.</param>
    internal YearFigure(Figure of, int year)
    {
        _of = of;
        // What is not there yet is no absence that a scheme decides on.
        var isToCome = year > of.ReadingYear;
        var info = of.Info with { OfYear = year, Id = $"{of.Info.Id}@{year}" };
        Attach(of.Owner, isToCome ? info with { Absence = new() } : info, of.FirstState);
        // What is claimed of the row is claimed of each of its years.
        var fact = (isToCome ? Fact.Unknown : of.FactOf(year)) with
        {
            OfYear = year,
            ReportedMet = of.Bound.Reported switch { Status.Met => true, Status.NotMet => false, _ => null },
            ClaimedTrend = of.Bound.Trend,
        };
        var (owner, row) = (of.Owner.Row, new BoundRow(""));
        Join(row, BoundFigure.OwnIndex);
        row.Bind(new RuleInput(owner.Facts, new IndicatorFacts { Id = "", Own = fact }, year, year, owner.WithReasons));
    }

    internal override int Depth => _of.Depth;

    internal override Fact? Previous => In(Bound.Year - 1);

    internal override Fact? In(int year) => year == ReadingYear ? Fact.IsAbsent ? null : Fact : _of.In(year);
}
