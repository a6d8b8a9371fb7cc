namespace IndicatorRules.Contract.Readings;

/// <summary>
/// 左右: from a number on in the direction of a figure, with a width short of it that is right and one that is open. Immutable.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Within">How far short of it is right.</param>
/// <param name="Unclear">How far beyond that is open; null where nothing short of it is wrong for certain.</param>
internal readonly record struct AboutRange(decimal Value, decimal Within, decimal? Unclear)
{
    /// <exception cref="OverflowException">A decimal cannot hold an end of a width.</exception>
    internal Status Judge(Direction direction, in Interval value)
    {
        var by = Short(direction, value);
        return by.AtMost(Within) == Status.Met ? Status.Met
            : Unclear is { } unclear && by.MoreThan(Within + unclear) == Status.Met ? Status.NotMet
            : Status.Undetermined;
    }

    /// <summary>How far short a figure lies at the end that decides, below 0 where it lies beyond; null where that is not known.</summary>
    internal decimal? Short(Direction direction, in Interval value, bool isMost) =>
        Short(direction, value) is var by && isMost ? by.Most : by.Least;

    // Without a direction, short is on either side.
    private Interval Short(Direction direction, in Interval value)
    {
        var middle = Interval.Point(Value);
        return direction switch
        {
            Direction.Higher => middle.Above(value),
            Direction.Lower => value.Above(middle),
            _ => Interval.Highest([middle.Above(value), value.Above(middle)]),
        };
    }
}
