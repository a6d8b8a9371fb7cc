using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Reasons;

/// <summary>How a figure is compared with a bound.</summary>
public enum BoundKind : byte
{
    /// <summary>≥.</summary>
    AtLeast = 0,

    /// <summary>＞.</summary>
    MoreThan = 1,

    /// <summary>≤.</summary>
    AtMost = 2,

    /// <summary>＜.</summary>
    LessThan = 3,
}

/// <summary>A figure compared with a number. Immutable.</summary>
public sealed class BoundReason : FigureReason
{
    private readonly decimal _bound;

    internal BoundReason(BoundKind kind, Verdict verdict, int line, FigureInfo figure, Reading reading, int year, in decimal bound)
        : base(verdict, line, figure, reading, year) => (Kind, _bound) = (kind, bound);

    /// <summary>How it is compared.</summary>
    public BoundKind Kind { get; }

    /// <summary>The number, in the figure's unit.</summary>
    public decimal Bound => _bound;

    /// <inheritdoc/>
    public override decimal? Margin => Proven == Status.Undetermined ? null : Distance.To(Kind, Numbers, _bound);
}

/// <summary>A figure that is to lie between two numbers, both included. Immutable.</summary>
public sealed class RangeReason : FigureReason
{
    internal RangeReason(Verdict verdict, int line, FigureInfo figure, Reading reading, int year, decimal low, decimal high)
        : base(verdict, line, figure, reading, year) => (Low, High) = (low, high);

    /// <summary>The lower end, in the figure's unit.</summary>
    public decimal Low { get; }

    /// <summary>The upper end, in the figure's unit.</summary>
    public decimal High { get; }

    /// <inheritdoc/>
    public override decimal? Margin => Proven == Status.Undetermined ? null : Distance.ToEnds(Numbers, Low, High);
}

/// <summary>A figure compared with another of the same year. Immutable.</summary>
public sealed class OtherFigureReason : FigureReason
{
    internal OtherFigureReason(
        BoundKind kind, Verdict verdict, int line, FigureInfo figure, Reading reading, int year,
        FigureInfo other, decimal times, decimal? bound, Ratio ratio = default)
        : base(verdict, line, figure, reading, year) => (Kind, Other, Times, Bound, Ratio) = (kind, other, times, bound, ratio);

    /// <summary>How it is compared.</summary>
    public BoundKind Kind { get; }

    /// <summary>The figure that sets the bound.</summary>
    public string OtherId => Other.Id;

    /// <summary>The name of the figure compared with.</summary>
    public LocalizedText OtherName => Other.Name;

    internal FigureInfo Other { get; }

    /// <summary>How many times the other figure is asked for.</summary>
    public decimal Times { get; }

    /// <summary>Which part of <see cref="Other"/> is asked for; the default where <see cref="Times"/> says it.</summary>
    internal Ratio Ratio { get; }

    /// <summary>The value of the other figure, so many times, at the end that decides; null where it has none.</summary>
    public decimal? Bound { get; }

    /// <inheritdoc/>
    public override decimal? Margin => Proven == Status.Undetermined || Bound is not { } bound ? null : Distance.To(Kind, Numbers, bound);
}

/// <summary>
/// The distance of a figure to a bound, positive to spare, at the end that decides: the lower end against ≥, the upper one against ≤.
/// Null without such an end, or where a decimal cannot hold the distance.
/// </summary>
internal static class Distance
{
    internal static decimal? To(BoundKind kind, in Interval value, decimal bound) => kind is BoundKind.AtLeast or BoundKind.MoreThan
        ? Between(value.Least, bound)
        : Between(bound, value.Most);

    internal static decimal? ToEnds(in Interval value, decimal low, decimal high) =>
        Between(value.Least, low) is { } below && Between(high, value.Most) is { } above ? Math.Min(below, above) : null;

    /// <summary>The distance with both its ends; empty where nothing is known of the value.</summary>
    internal static Interval Spare(BoundKind kind, in Interval value, decimal bound) => value.IsEmpty ? default
        : kind is BoundKind.AtLeast or BoundKind.MoreThan ? value.Above(Interval.Point(bound))
        : Interval.Point(bound).Above(value);

    /// <summary>The lesser of two distances, of which either may be known in part, or not at all.</summary>
    internal static Interval Least(in Interval one, in Interval other) => Interval.FromEnds(
        one.HasLow && other.HasLow ? Math.Min(one.Low, other.Low) : null,
        one.HasHigh && other.HasHigh ? Math.Min(one.High, other.High) : one.Most ?? other.Most);

    /// <summary>The greater of two distances, of which either may be known in part, or not at all.</summary>
    internal static Interval Greatest(in Interval one, in Interval other) => Interval.FromEnds(
        one.HasLow && other.HasLow ? Math.Max(one.Low, other.Low) : one.Least ?? other.Least,
        one.HasHigh && other.HasHigh ? Math.Max(one.High, other.High) : null);

    private static decimal? Between(decimal? from, decimal? to) => from is { } upper && to is { } lower
        && Math.Abs(upper) <= decimal.MaxValue / 2 && Math.Abs(lower) <= decimal.MaxValue / 2 ? upper - lower : null;
}
