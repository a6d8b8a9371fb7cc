namespace IndicatorRules.Contract.Readings;

/// <summary>How a numeric reading, which is an interval, stands to a number or to another reading.</summary>
/// <remarks>Met when every value of the interval answers, NotMet when none does, else Undetermined.</remarks>
internal static class Interval
{
    internal static Status AtLeast(Reading value, decimal threshold) =>
        value.Low >= threshold ? Status.Met
        : value.High < threshold || (value.High == threshold && value.HighOpen) ? Status.NotMet
        : Status.Undetermined;

    internal static Status MoreThan(Reading value, decimal threshold) =>
        value.Low > threshold || (value.Low == threshold && value.LowOpen) ? Status.Met
        : value.High <= threshold ? Status.NotMet
        : Status.Undetermined;

    internal static Status AtMost(Reading value, decimal threshold) => Not(MoreThan(value, threshold));

    internal static Status LessThan(Reading value, decimal threshold) => Not(AtLeast(value, threshold));

    /// <summary>The least by which <paramref name="now"/> lies above <paramref name="before"/>; null when unbounded.</summary>
    internal static decimal? LeastRise(Reading now, Reading before) => now.Low - before.High;

    /// <summary>The most by which <paramref name="now"/> lies above <paramref name="before"/>; null when unbounded.</summary>
    internal static decimal? MostRise(Reading now, Reading before) => now.High - before.Low;

    private static Status Not(Status status) => status switch
    {
        Status.Met => Status.NotMet,
        Status.NotMet => Status.Met,
        _ => status,
    };
}
