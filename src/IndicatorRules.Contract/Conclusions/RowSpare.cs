using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>By how much a row lies above what its rule asks; negative where it falls short.</summary>
/// <remarks>
/// Where all must hold, the least of the parts; where one is enough, the greatest. A part without a figure in the row's unit leaves the
/// answer open on the side that it may decide.
/// </remarks>
internal static class RowSpare
{
    /// <summary>In the row's unit; empty where nothing is known of it.</summary>
    /// <param name="reason">Why the verdict is what it is; null where that is not known.</param>
    /// <param name="unit">The row's unit.</param>
    internal static Interval Of(Reason? reason, string unit)
    {
        try
        {
            return reason is null ? default : In(reason, unit);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    private static Interval In(Reason reason, string unit) => reason switch
    {
        CombinedReason all => In(all, unit),
        UpperReason upper => In(upper.Upper, unit),
        WhenReason { Taken: { } taken } => In(taken, unit),
        WhenReason { Condition.Proven: Status.Undetermined } open => Either(In(open.Then, unit), In(open.Otherwise, unit)),
        _ => reason.Parts.IsEmpty && reason.Unit == unit ? OfLeaf(reason) : default,
    };

    private static Interval In(CombinedReason all, string unit)
    {
        Interval? whole = null;
        foreach (var part in all.Parts)
        {
            var spare = In(part, unit);
            // What is settled without a figure, and in favour of the others, leaves the distance to them.
            if (part.Claimed == Status.NotApplicable
                || (spare.IsEmpty && part.Proven == (all.OneIsEnough ? Status.NotMet : Status.Met)))
            {
                continue;
            }

            whole = whole is not { } so ? spare : all.OneIsEnough ? Distance.Greatest(so, spare) : Distance.Least(so, spare);
        }

        return whole ?? default;
    }

    private static Interval OfLeaf(Reason reason) => reason switch
    {
        BoundReason f => Distance.Spare(f.Kind, f.Numbers, f.Bound),
        OtherFigureReason { Bound: { } bound } f => Distance.Spare(f.Kind, f.Numbers, bound),
        RangeReason f => Distance.Least(
            Distance.Spare(BoundKind.AtLeast, f.Numbers, f.Low), Distance.Spare(BoundKind.AtMost, f.Numbers, f.High)),
        CourseReason { PrintedChange: null, Reading: { } now, Reference: { } then } f =>
            CourseChange.Spare(f.Course, f.Amount, CourseChange.Of(f.Course, f.Figure, now, then)),
        _ => reason.Margin is { } margin ? Interval.Point(margin) : default,
    };

    private static Interval Either(in Interval one, in Interval other) => Interval.FromEnds(
        one.HasLow && other.HasLow ? Math.Min(one.Low, other.Low) : null,
        one.HasHigh && other.HasHigh ? Math.Max(one.High, other.High) : null);
}
