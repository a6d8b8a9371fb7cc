using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>How a row earns its points by size (按量计分), where it does not earn all or nothing. Immutable.</summary>
internal abstract record PointScale
{
    /// <summary>The points earned, of which an end that the figures leave open is left out.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="OverflowException">A decimal cannot hold them.</exception>
    internal abstract Interval Earned(ConcludedRow row);
}

/// <summary>None at <paramref name="Floor"/>, all at <paramref name="Target"/>, and in proportion between. Immutable.</summary>
/// <param name="Floor">In the row's unit; above the target where less is better.</param>
/// <param name="Target">In the row's unit; not the floor.</param>
internal sealed record LinearScale(decimal Floor, decimal Target) : PointScale
{
    internal override Interval Earned(ConcludedRow row) => Of(row.Value, row.Points);

    /// <summary>The part of so many points; a figure that is not known may earn any part.</summary>
    internal Interval Of(in Interval value, decimal points)
    {
        var (ends, span) = Target > Floor ? (value.Above(Interval.Point(Floor)), Target - Floor)
            : (Interval.Point(Floor).Above(value), Floor - Target);
        return Interval.FromEnds(At(ends.Least ?? 0), At(ends.Most ?? span));

        // Multiplied first, so that what can be exact is.
        decimal At(decimal above) => above <= 0 ? 0 : above >= span ? points : points * above / span;
    }
}

/// <summary>All points less so many for each unit that the row falls short. Immutable.</summary>
/// <param name="Points">The points deducted.</param>
/// <param name="Per">For so much, in the row's unit; more than 0.</param>
/// <param name="AtMost">The most that is deducted; null for all.</param>
internal sealed record DeductScale(decimal Points, decimal Per, decimal? AtMost) : PointScale
{
    internal override Interval Earned(ConcludedRow row)
    {
        var less = Of(row.Shortfall);
        return Interval.FromEnds(less.Most is { } most ? Math.Max(0, row.Points - most) : 0, row.Points - Math.Min(row.Points, less.Low));
    }

    /// <summary>The points deducted; without an upper end where the shortfall has none and nothing limits them.</summary>
    internal Interval Of(in Interval shortfall)
    {
        return Interval.FromEnds(At(shortfall.Low), shortfall.Most is { } most ? At(most) : AtMost);

        decimal At(decimal most)
        {
            var less = Points * most / Per;
            return AtMost is { } limit && less > limit ? limit : less;
        }
    }
}
