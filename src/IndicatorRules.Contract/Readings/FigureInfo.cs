using System.Collections.Immutable;

namespace IndicatorRules.Contract.Readings;

/// <summary>What the scheme says of an indicator or item that a rule judges. Immutable.</summary>
internal sealed record FigureInfo
{
    /// <summary>The id in the scheme.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The unit that figures are handed in; "-" when there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>Which way the figure improves.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether this is an item of an indicator.</summary>
    public bool IsItem { get; init; }

    /// <summary>The states that it may be in, lowest first; empty for figures.</summary>
    public ImmutableArray<StateInfo> States { get; init; } = [];

    /// <summary>The status of an absent figure.</summary>
    public AbsencePolicy Absence { get; init; } = new();

    /// <summary>The year that it is of, where each of several is judged; null otherwise.</summary>
    internal int? OfYear { get; init; }

    /// <summary>How an average growth came about; null for other figures, and where ends of a range are known alone.</summary>
    internal GrowthSoFar? Growth { get; init; }

    /// <summary>Whether a rule works it out from others; no id of a scheme has a dot.</summary>
    internal bool IsDerived => Id.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether it is a sum over years, of which a part may be known.</summary>
    internal bool IsSum => Id.LastIndexOf('.') is >= 0 and var dot && Id.AsSpan(dot + 1).StartsWith("sum", StringComparison.Ordinal);

    /// <summary>Whether it is an average growth over years.</summary>
    internal bool IsGrowth => Id.EndsWith(".growth", StringComparison.Ordinal);

    /// <summary>A reading as numbers in the figure's unit; a quota counts as a percentage where the unit is %.</summary>
    internal Interval NumbersOf(Reading reading) => reading.Kind == ReadingKind.Quota && Unit == "%" ? reading.Percent : reading.Interval;

    /// <summary>The state that words answer to; null when they answer to none.</summary>
    public StateInfo? StateOf(string words) => StateInfo.Of(States, words);
}

/// <summary>An average growth by the figures that are known. Immutable.</summary>
/// <param name="Factor">How many times the first figure the last one is.</param>
/// <param name="From">The year of the first figure.</param>
/// <param name="To">The year of the last one.</param>
internal sealed record GrowthSoFar(Exact Factor, int From, int To)
{
    /// <summary>The growth of each later year, in percent, that makes it so much on average by a year; null where none does.</summary>
    /// <param name="average">The average wanted, in percent.</param>
    /// <param name="by">The year by which it is wanted.</param>
    internal Interval? Needed(decimal average, int by)
    {
        if (by <= To || Factor.Sign <= 0 || average < -100)
        {
            return null;
        }

        var (yearly, whole) = (Exact.Of(1) + (Exact.Of(average) / Exact.Of(100)), Exact.Of(1));
        for (var year = From; year < by; year++)
        {
            whole *= yearly;
        }

        try
        {
            return (whole / Factor).GrowthPercent(by - To);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
