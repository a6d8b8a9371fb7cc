namespace IndicatorRules.Contract.Readings;

/// <summary>The numbers that a reading may stand for. Immutable.</summary>
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

    internal static Interval Point(decimal number) => new(number, number, Ends.Both | Ends.Point);

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

    /// <summary>By how much these numbers may lie above others; an end of the answer is left out where either of those it comes from is.</summary>
    internal Interval Above(in Interval other)
    {
        if (IsPoint && other.IsPoint)
        {
            return Point(Low - other.Low);
        }

        var least = HasLow && other.HasHigh;
        var most = HasHigh && other.HasLow;
        var low = !least ? 0 : LowOpen || other.HighOpen ? Ends.Low | Ends.LowOpen : Ends.Low;
        var high = !most ? 0 : HighOpen || other.LowOpen ? Ends.High | Ends.HighOpen : Ends.High;
        return new(least ? Low - other.High : 0, most ? High - other.Low : 0, low | high);
    }

    /// <summary>From two ends, either of which may be missing.</summary>
    internal static Interval FromEnds(decimal? low, decimal? high) => low is { } least && least == high
        ? Point(least)
        : new(low ?? 0, high ?? 0, (low is null ? 0 : Ends.Low) | (high is null ? 0 : Ends.High));

    internal Interval Plus(in Interval other) => FromEnds(Least + other.Least, Most + other.Most);

    /// <summary>The numbers as a reading; null where nothing is known of them.</summary>
    internal Reading? ToReading() => (Least, Most) switch
    {
        ({ } least, { } most) => least == most ? Reading.Number(least) : Reading.Range(least, most),
        ({ } least, null) => Reading.AtLeast(least),
        (null, { } most) => Reading.AtMost(most),
        _ => null,
    };

    private static Status Not(Status status) => status switch
    {
        Status.Met => Status.NotMet,
        Status.NotMet => Status.Met,
        _ => status,
    };
}
