using System.Collections.Immutable;

namespace IndicatorRules.Contract.Readings;

/// <summary>From a base year's figure straight to each step of a plan. Immutable.</summary>
/// <param name="Steps">At least one, in the order of their years.</param>
/// <param name="Start">The year that it begins in; null where there is none.</param>
/// <param name="Base">The figure of that year; empty where it is not known.</param>
internal sealed record PlannedPath(ImmutableArray<PlannedStep> Steps, int? Start, Interval Base)
{
    internal PlannedStep Last => Steps[^1];

    /// <summary>What a year asks; empty where it rests on the base year's figure and that is not known, or comes before it.</summary>
    /// <exception cref="OverflowException">A decimal cannot hold it.</exception>
    internal Interval In(int year)
    {
        var next = 0;
        while (next < Steps.Length && Steps[next].Year < year)
        {
            next++;
        }

        if (next == Steps.Length || Steps[next].Year == year)
        {
            return Interval.Point(Steps[Math.Min(next, Steps.Length - 1)].Value);
        }

        var to = Steps[next];
        return next > 0 ? Between(Steps[next - 1].Year, Interval.Point(Steps[next - 1].Value), to, year)
            : Start is { } start && start < year ? Between(start, Base, to, year)
            : default;
    }

    /// <summary>Whether the requirement is an upper limit (true) or a lower one (false); null where neither is certain.</summary>
    /// <param name="direction">The figure's own, which decides; without one, the side on which the target lies does.</param>
    internal bool? IsUpperLimit(Direction direction)
    {
        var first = Base.IsEmpty && Steps.Length > 1 ? Interval.Point(Steps[0].Value) : Base;
        return direction switch
        {
            Direction.Higher => false,
            Direction.Lower => true,
            _ => first.LessThan(Last.Value) == Status.Met ? false : first.MoreThan(Last.Value) == Status.Met ? true : null,
        };
    }

    private static Interval Between(int from, in Interval start, PlannedStep to, int year)
    {
        var (gone, all) = (Exact.Of(year - from), Exact.Of(to.Year - from));
        var target = Exact.Of(to.Value);
        // A straight line rises with where it begins.
        return start.IsEmpty ? default
            : start.Rising(b => (Exact.Of(b) + ((target - Exact.Of(b)) * gone / all)).ToInterval());
    }
}
