using System.Runtime.CompilerServices;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

public abstract partial class Figure
{
    /// <summary>上级平均: the parent place's average of this figure in the year judged, as the facts give it.</summary>
    /// <remarks>To compare with: <c>AtLeast(ParentAverage)</c>. Where the facts give none, what is compared is Undetermined.</remarks>
    public Figure ParentAverage
    {
        get
        {
            if (Fault is { } fault)
            {
                return DerivedFigure.Failed(this, fault);
            }

            var average = Fact.ParentAverage;
            var place = average is { Place.Length: > 0 } named ? named.Place : null;
            return DerivedFigure.Of(
                this, average?.Value, "parent", Info.Unit,
                new(place is null ? "上级平均" : $"{place}平均", place is null ? "the parent place's average" : $"the average of {place}"),
                year => In(year)?.ParentAverage is { } then ? Numbers(then.Value) : default);
        }
    }

    /// <summary>At least as much as another figure, or as so many times it.</summary>
    /// <param name="other">In the same unit: <c>ParentAverage</c>, <c>Indicator("…")</c>.</param>
    /// <param name="times">How many times it; more than 0.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Verdict AtLeast(Figure other, decimal times = 1, [CallerLineNumber] int line = 0) =>
        Against(BoundKind.AtLeast, other, times, line);

    /// <summary>More than another figure, or than so many times it.</summary>
    /// <inheritdoc cref="AtLeast(Figure, decimal, int)"/>
    public Verdict MoreThan(Figure other, decimal times = 1, [CallerLineNumber] int line = 0) =>
        Against(BoundKind.MoreThan, other, times, line);

    /// <summary>At most as much as another figure, or as so many times it.</summary>
    /// <inheritdoc cref="AtLeast(Figure, decimal, int)"/>
    public Verdict AtMost(Figure other, decimal times = 1, [CallerLineNumber] int line = 0) =>
        Against(BoundKind.AtMost, other, times, line);

    /// <summary>Less than another figure, or than so many times it.</summary>
    /// <inheritdoc cref="AtLeast(Figure, decimal, int)"/>
    public Verdict LessThan(Figure other, decimal times = 1, [CallerLineNumber] int line = 0) =>
        Against(BoundKind.LessThan, other, times, line);

    // Both may be intervals: it holds when it does against every value that the other may have.
    private Verdict Against(BoundKind kind, Figure other, decimal times, int line)
    {
        ArgumentNullException.ThrowIfNull(other);
        if ((Fault ?? other.Fault ?? WrongTimes(kind, times) ?? OtherUnit(other)) is { } fault)
        {
            return Failed(fault, line);
        }

        try
        {
            return Against(kind, Numbers(Fact.Value), other.NumbersOf(ReadingYear).Times(times), other, times, default, line);
        }
        catch (OverflowException)
        {
            return Failed(ScriptFault.Overflow, line);
        }
    }

    private Verdict Against(
        BoundKind kind, in Interval value, in Interval threshold, Figure other, decimal times, Ratio ratio, int line)
    {
        var proven = kind switch
        {
            BoundKind.AtLeast => value.AtLeast(threshold),
            BoundKind.MoreThan => value.MoreThan(threshold),
            BoundKind.AtMost => value.AtMost(threshold),
            _ => value.LessThan(threshold),
        };
        var verdict = value.IsEmpty ? Missing : new Verdict(proven, threshold.IsEmpty ? Bound.Reported : proven);
        if (!Owner.WithReasons)
        {
            return verdict;
        }

        if (verdict.Proven == Status.NotApplicable)
        {
            return Absent(verdict, line);
        }

        var decides = kind is BoundKind.AtLeast or BoundKind.MoreThan ? threshold.Most : threshold.Least;
        return new OtherFigureReason(kind, verdict, line, Info, Fact.Value, ReadingYear, other.Info, times, decides, ratio).Verdict;
    }

    private static string? WrongTimes(BoundKind kind, decimal times) => times > 0 ? null : ScriptFault.Times(kind.ToString(), times);

    // The compiler reports what it can see; a local hides the figure from it. Units are never converted.
    private string? OtherUnit(Figure other) => Info.Unit == other.Info.Unit ? null : ScriptFault.UnitsDiffer;

    // A figure of another year is not this year's.
    private Interval NumbersOf(int year) => In(year) is { } fact ? Numbers(fact.Value) : default;
}
