namespace IndicatorRules.Contract.Readings;

/// <summary>The numbers that a reading may mean. Immutable.</summary>
/// <remarks>Against a threshold: Met when every number answers, NotMet when none does, else Undetermined.</remarks>
/// <param name="Low">The lower end; 0 where there is none.</param>
/// <param name="High">The upper end; 0 where there is none.</param>
/// <param name="Ends">Which ends there are.</param>
internal readonly record struct Interval(decimal Low, decimal High, Ends Ends)
{
    internal bool IsPoint => (Ends & Ends.Point) != 0;

    /// <summary>Whether nothing is known of the numbers.</summary>
    internal bool IsEmpty => (Ends & Ends.Both) == 0;

    internal bool HasLow => (Ends & Ends.Low) != 0;

    internal bool HasHigh => (Ends & Ends.High) != 0;

    internal bool LowOpen => (Ends & Ends.LowOpen) != 0;

    internal bool HighOpen => (Ends & Ends.HighOpen) != 0;

    internal decimal? Least => HasLow ? Low : null;

    internal decimal? Most => HasHigh ? High : null;

    /// <summary>Whether every number is above 0.</summary>
    internal bool IsPositive => HasLow && (Low > 0 || (Low == 0 && LowOpen));

    internal static Interval Point(decimal number) => new(number, number, Ends.Both | Ends.Point);

    /// <summary>All numbers between two, without these.</summary>
    internal static Interval Open(decimal low, decimal high) => new(low, high, Ends.Both | Ends.LowOpen | Ends.HighOpen);

    internal Status AtLeast(decimal threshold) =>
        HasLow && Low >= threshold ? Status.Met
        : HasHigh && (IsPoint || High < threshold || (High == threshold && HighOpen)) ? Status.NotMet
        : Status.Undetermined;

    internal Status MoreThan(decimal threshold) =>
        HasLow && (Low > threshold || (Low == threshold && LowOpen)) ? Status.Met
        : HasHigh && (IsPoint || High <= threshold) ? Status.NotMet
        : Status.Undetermined;

    internal Status AtMost(decimal threshold) => Not(MoreThan(threshold));

    internal Status LessThan(decimal threshold) => Not(AtLeast(threshold));

    internal Status Between(decimal low, decimal high) => Verdict.All(AtLeast(low), AtMost(high));

    /// <summary>Met when every number is at least every number of the other, NotMet when none is.</summary>
    internal Status AtLeast(in Interval other) =>
        HasLow && other.HasHigh && Low >= other.High ? Status.Met
        : HasHigh && other.HasLow && (High < other.Low || (High == other.Low && (HighOpen || other.LowOpen))) ? Status.NotMet
        : Status.Undetermined;

    /// <summary>Met when every number is more than every number of the other, NotMet when none is.</summary>
    internal Status MoreThan(in Interval other) =>
        HasLow && other.HasHigh && (Low > other.High || (Low == other.High && (LowOpen || other.HighOpen))) ? Status.Met
        : HasHigh && other.HasLow && High <= other.Low ? Status.NotMet
        : Status.Undetermined;

    internal Status AtMost(in Interval other) => Not(MoreThan(other));

    internal Status LessThan(in Interval other) => Not(AtLeast(other));

    /// <summary>
    /// By how much these numbers may lie above others; an end of the answer is left out where either of those it comes from is.
    /// </summary>
    internal Interval Above(in Interval other)
    {
        if (IsPoint && other.IsPoint)
        {
            return Point(Low - other.Low);
        }

        var least = HasLow && other.HasHigh;
        var most = HasHigh && other.HasLow;
        return Of(
            least ? Low - other.High : null, LowOpen || other.HighOpen,
            most ? High - other.Low : null, HighOpen || other.LowOpen);
    }

    /// <summary>The sum with others; an end of it is left out where either lacks it, and open where either is.</summary>
    internal Interval Plus(in Interval other) => Of(
        Least + other.Least, LowOpen || other.LowOpen, Most + other.Most, HighOpen || other.HighOpen);

    /// <param name="factor">More than 0.</param>
    internal Interval Times(decimal factor) => Of(Least * factor, LowOpen, Most * factor, HighOpen);

    /// <param name="divisor">More than 0.</param>
    internal Interval Over(decimal divisor) => Of(Least / divisor, LowOpen, Most / divisor, HighOpen);

    /// <summary>The product with others; an open side stays open where only a plain number stretches it.</summary>
    internal Interval Times(in Interval other)
    {
        if (HasLow && HasHigh && other.HasLow && other.HasHigh)
        {
            return Hull(
                End(Low, LowOpen, other.Low, other.LowOpen), End(Low, LowOpen, other.High, other.HighOpen),
                End(High, HighOpen, other.Low, other.LowOpen), End(High, HighOpen, other.High, other.HighOpen));

            static (decimal End, bool IsOpen) End(decimal one, bool oneOpen, decimal two, bool twoOpen) =>
                (one * two, (oneOpen || twoOpen) && !(one == 0 && !oneOpen) && !(two == 0 && !twoOpen));
        }

        return other.IsPoint ? Scaled(other.Low) : IsPoint ? other.Scaled(Low) : default;
    }

    /// <summary>The quotient by others; empty where these may be 0.</summary>
    internal Interval Over(in Interval other)
    {
        if (!other.IsPositive && !other.IsNegative)
        {
            return default;
        }

        if (HasLow && HasHigh && other.HasLow && other.HasHigh && other.Low != 0 && other.High != 0)
        {
            return Hull(
                End(Low, LowOpen, other.Low, other.LowOpen), End(Low, LowOpen, other.High, other.HighOpen),
                End(High, HighOpen, other.Low, other.LowOpen), End(High, HighOpen, other.High, other.HighOpen));

            static (decimal End, bool IsOpen) End(decimal one, bool oneOpen, decimal by, bool byOpen) =>
                (one / by, oneOpen || (byOpen && one != 0));
        }

        return !other.IsPoint ? default : other.Low > 0 ? Over(other.Low) : Of(Most / other.Low, HighOpen, Least / other.Low, LowOpen);
    }

    /// <summary>What percentage these numbers are of others; empty unless the others are certainly positive.</summary>
    internal Interval PercentOf(in Interval whole)
    {
        if (IsEmpty || !whole.IsPositive)
        {
            return default;
        }

        var (low, lowOpen) = !HasLow ? (null, false) : Share(Low, LowOpen, whole, byMost: Low > 0);
        var (high, highOpen) = !HasHigh ? (null, false) : Share(High, HighOpen, whole, byMost: High < 0);
        return Of(low, lowOpen, high, highOpen);
    }

    /// <summary>What these numbers become by a rising change of each, of which no rounding touches the ends.</summary>
    /// <param name="change">Gives the number, or the two decimals next to it.</param>
    /// <exception cref="OverflowException">An end is larger than a decimal can be.</exception>
    internal Interval Rising(Func<decimal, Interval> change)
    {
        if (IsPoint)
        {
            return change(Low);
        }

        return From(HasLow ? change(Low) : default, LowOpen, HasHigh ? change(High) : default, HighOpen);
    }

    /// <summary>From two ends, each a number or the two decimals next to one; an empty one is no end.</summary>
    internal static Interval From(in Interval low, bool lowOpen, in Interval high, bool highOpen) =>
        Of(low.Least, lowOpen || low.LowOpen, high.Most, highOpen || high.HighOpen);

    /// <summary>The least that any of several can be, of which some may not be known.</summary>
    internal static Interval Lowest(IReadOnlyCollection<Interval> all)
    {
        var isLowKnown = all.All(i => i.HasLow);
        var low = isLowKnown ? all.MinBy(i => (i.Low, i.LowOpen ? 1 : 0)) : default;
        var high = all.Where(i => i.HasHigh).DefaultIfEmpty().MinBy(i => (i.High, i.HighOpen ? 0 : 1));
        return Of(isLowKnown ? low.Low : null, low.LowOpen, high.Most, high.HighOpen);
    }

    /// <summary>The most that any of several can be, of which some may not be known.</summary>
    internal static Interval Highest(IReadOnlyCollection<Interval> all)
    {
        var isHighKnown = all.All(i => i.HasHigh);
        var high = isHighKnown ? all.MaxBy(i => (i.High, i.HighOpen ? 0 : 1)) : default;
        var low = all.Where(i => i.HasLow).DefaultIfEmpty().MaxBy(i => (i.Low, i.LowOpen ? 1 : 0));
        return Of(low.Least, low.LowOpen, isHighKnown ? high.High : null, high.HighOpen);
    }

    /// <summary>From two ends, either of which may be missing.</summary>
    internal static Interval FromEnds(decimal? low, decimal? high) => Of(low, false, high, false);

    /// <summary>The numbers as a reading; null where nothing is known of them.</summary>
    internal Reading? ToReading() => (Least, Most) switch
    {
        ({ } least, { } most) => IsPoint || least == most ? Reading.Number(least)
            : LowOpen || HighOpen ? Reading.OpenRange(least, LowOpen, most, HighOpen)
            : Reading.Range(least, most),
        ({ } least, null) => LowOpen ? Reading.MoreThan(least) : Reading.AtLeast(least),
        (null, { } most) => HighOpen ? Reading.LessThan(most) : Reading.AtMost(most),
        _ => null,
    };

    private bool IsNegative => HasHigh && (High < 0 || (High == 0 && HighOpen));

    private Interval Scaled(decimal factor) => factor switch
    {
        > 0 => Times(factor),
        0 => IsEmpty ? default : Point(0),
        _ => Of(Most * factor, HighOpen, Least * factor, LowOpen),
    };

    // The least and the most of several ends; one of these that belongs to the numbers counts before an equal one that does not.
    private static Interval Hull(params ReadOnlySpan<(decimal End, bool IsOpen)> ends)
    {
        var (low, high) = (ends[0], ends[0]);
        foreach (var end in ends)
        {
            low = end.End < low.End || (end.End == low.End && !end.IsOpen) ? end : low;
            high = end.End > high.End || (end.End == high.End && !end.IsOpen) ? end : high;
        }

        return Of(low.End, low.IsOpen, high.End, high.IsOpen);
    }

    private static Interval Of(decimal? low, bool lowOpen, decimal? high, bool highOpen)
    {
        if (low is { } least && least == high)
        {
            return Point(least);
        }

        var ends = low is null ? Ends.None : lowOpen ? Ends.Low | Ends.LowOpen : Ends.Low;
        ends |= high is null ? Ends.None : highOpen ? Ends.High | Ends.HighOpen : Ends.High;
        return new(low ?? 0, high ?? 0, ends);
    }

    // One end divided by the end of the whole that takes it furthest out. By a whole without such an end it comes as near to 0 as one
    // likes, or goes beyond any number.
    private static (decimal? End, bool IsOpen) Share(decimal end, bool isOpen, in Interval whole, bool byMost) =>
        end == 0 ? (0, isOpen)
        : byMost ? whole.HasHigh ? (end * 100 / whole.High, isOpen || whole.HighOpen) : (0, true)
        : whole.Low > 0 ? (end * 100 / whole.Low, isOpen || whole.LowOpen)
        : (null, false);

    private static Status Not(Status status) => status switch
    {
        Status.Met => Status.NotMet,
        Status.NotMet => Status.Met,
        _ => status,
    };
}
