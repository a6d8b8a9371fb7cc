using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>What a rule asks of a figure's course.</summary>
public enum Course : byte
{
    /// <summary>No worse than the reference, by at most the tolerance.</summary>
    StableOrImproving = 0,

    /// <summary>Better than the reference.</summary>
    Improving = 1,

    /// <summary>No smaller than the reference, by at most the tolerance, whatever the direction.</summary>
    NotReduced = 2,

    /// <summary>Changed by at least so much.</summary>
    ChangeAtLeast = 3,

    /// <summary>Changed by at most so much.</summary>
    ChangeAtMost = 4,
}

/// <summary>A figure compared with another year's, or judged by the change that the source prints in its place. Immutable.</summary>
public sealed class CourseReason : FigureReason
{
    private readonly RecordedChange? _printed;

    internal CourseReason(
        Course course, Verdict verdict, int line, FigureInfo figure, Reading? reading, int year, decimal amount,
        Reading? reference = null, int? referenceYear = null, RecordedChange? printed = null)
        : base(verdict, line, figure, reading, year)
    {
        (Course, Amount, Reference, ReferenceYear) = (course, amount, reference, referenceYear);
        _printed = printed;
    }

    /// <summary>The requirement.</summary>
    public Course Course { get; }

    /// <summary>The tolerance or the change asked for, in the figure's unit; 0 for <see cref="Course.Improving"/>.</summary>
    public decimal Amount { get; }

    /// <summary>The reading compared with; null where that year has none.</summary>
    public Reading? Reference { get; }

    /// <summary>The year compared with; null where the scheme names none.</summary>
    public int? ReferenceYear { get; }

    /// <summary>Relative change in percent that the source prints in place of a reference; null where it was not needed.</summary>
    public decimal? PrintedChange => _printed?.Percent;

    /// <inheritdoc/>
    public override decimal? Margin => Proven == Status.Undetermined || _printed is not null || Reading is null || Reference is null
        ? null
        : CourseChange.Margin(Course, Amount, CourseChange.Of(Course, Figure, Reading, Reference));
}

/// <summary>By how much a figure has improved since another year, or risen, for words without direction.</summary>
internal static class CourseChange
{
    /// <summary>The change between two readings; empty where nothing is known of it.</summary>
    internal static Interval Of(Course course, FigureInfo figure, Reading now, Reading then) =>
        Of(course, figure, NumbersOf(figure, now), NumbersOf(figure, then));

    internal static Interval Of(Course course, FigureInfo figure, in Interval now, in Interval then) => Sign(course, figure) switch
    {
        > 0 => now.Above(then),
        < 0 => then.Above(now),
        _ => default,
    };

    /// <summary>A reading as numbers; a state counts by its rank, so that a course of states is judged like one of figures.</summary>
    internal static Interval NumbersOf(FigureInfo figure, Reading reading)
    {
        var numbers = figure.NumbersOf(reading);
        return numbers.IsEmpty && !figure.States.IsEmpty && figure.StateOf(reading.Text) is { } state
            ? Interval.Point(state.Rank)
            : numbers;
    }

    /// <summary>1 where a rise is an improvement, -1 where a fall is, 0 where the scheme does not say.</summary>
    internal static int Sign(Course course, FigureInfo figure) => course is Course.StableOrImproving or Course.Improving
        ? figure.Direction switch
        {
            Direction.Higher => 1,
            Direction.Lower => -1,
            _ => figure.States.IsEmpty ? 0 : 1,
        }
        : 1;

    internal static Status Judge(Course course, decimal amount, in Interval change) => course switch
    {
        Course.Improving => change.MoreThan(0),
        Course.ChangeAtLeast => change.AtLeast(amount),
        Course.ChangeAtMost => change.AtMost(amount),
        _ => change.AtLeast(-amount),
    };

    /// <summary>By how much a change exceeds the requirement.</summary>
    /// <exception cref="OverflowException">A decimal cannot hold it.</exception>
    internal static Interval Spare(Course course, decimal amount, in Interval change) => course switch
    {
        Course.Improving => change,
        Course.ChangeAtLeast => change.Above(Interval.Point(amount)),
        Course.ChangeAtMost => Interval.Point(amount).Above(change),
        _ => change.Plus(Interval.Point(amount)),
    };

    /// <exception cref="OverflowException">A decimal cannot hold the margin.</exception>
    internal static decimal? Margin(Course course, decimal amount, in Interval change) => course switch
    {
        Course.Improving => change.Least,
        Course.ChangeAtLeast => change.Least - amount,
        Course.ChangeAtMost => amount - change.Most,
        _ => change.Least + amount,
    };
}
