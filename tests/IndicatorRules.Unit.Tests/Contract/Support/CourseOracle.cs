using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>Answers a <see cref="CourseCase"/> from the words of the design, point by point.</summary>
internal static class CourseOracle
{
    internal static Verdict Answer(CourseCase c)
    {
        if (c.Now.Value is { IsAbsent: true, Absence: AbsenceKind.NotAssessed })
        {
            return new Verdict(Status.NotApplicable);
        }

        var trend = c.Word is Word.Stable or Word.Improving;
        var directed = !trend || c.Direction != Direction.None;
        var year = ReferenceYear(c);
        if (directed && Reference(c, year) is { } before && c.Now.Value.IsNumeric && before.IsNumeric && SaysSomething(c.Now.Value, before))
        {
            var pairs = Samples.Of(c.Now.Value).SelectMany(n => Samples.Of(before).Select(b => n - b));
            return new Verdict(Samples.Judge(pairs, rise => Holds(c, rise)));
        }

        var printable = c.Amount == 0 && c.Word is not (Word.ChangeAtLeast or Word.ChangeAtMost);
        return directed && printable && c.Now.Change is { } change && change.Since == year
            ? new Verdict(Holds(c, change.Percent) ? Status.Met : Status.NotMet)
            : new Verdict(Status.Undetermined, Claimed(c));
    }

    internal static int? ReferenceYear(CourseCase c) =>
        c.Back == 0 ? c.BaseYear : (c.Now.OfYear ?? Situation.Now) - c.Back;

    private static Reading? Reference(CourseCase c, int? year)
    {
        // A year compared with itself, or with a later one, shows no course.
        return year is { } y && y < (c.Now.OfYear ?? Situation.Now) ? Figures(c).FirstOrDefault(f => f.Year == y).Value : null;
    }

    // Every figure under the year that it is of. Those of one year agree, and one in the year's own column is as good as any; where that
    // column says why there is none, there is none.
    private static IEnumerable<(int Year, Reading Value)> Figures(CourseCase c) =>
        c.Earlier.Where(e => !e.Value.Value.IsAbsent).Select(e => (e.Value.OfYear ?? e.Key, e.Value.Value))
            .Where(f => !IsSaidToBeNone(c, f.Item1));

    private static bool IsSaidToBeNone(CourseCase c, int year) => c.Earlier.GetValueOrDefault(year) is { Value.IsAbsent: true } own
        && (own.OfYear ?? year) == year && own.Value.Absence != AbsenceKind.NotReported;

    // ≥95 after ≥90 may be any rise and any fall.
    private static bool SaysSomething(Reading now, Reading before) =>
        (now.Low is not null && before.High is not null) || (now.High is not null && before.Low is not null);

    private static bool Holds(CourseCase c, decimal rise)
    {
        var better = c.Direction == Direction.Lower ? -rise : rise;
        return c.Word switch
        {
            Word.Stable => better >= -c.Amount,
            Word.Improving => better > 0,
            Word.NotReduced => rise >= -c.Amount,
            Word.ChangeAtLeast => rise >= c.Amount,
            _ => rise <= c.Amount,
        };
    }

    private static Status Claimed(CourseCase c)
    {
        var course = c.Word is not (Word.ChangeAtLeast or Word.ChangeAtMost);
        return (course ? c.Now.ClaimedTrend : null, c.Now.ReportedMet) switch
        {
            (Trend.Improving, _) => Status.Met,
            (Trend.Stable, _) => c.Word == Word.Improving ? Status.NotMet : Status.Met,
            (Trend.Worsening, _) => Status.NotMet,
            (_, true) => Status.Met,
            (_, false) => Status.NotMet,
            _ => Status.Undetermined,
        };
    }
}
