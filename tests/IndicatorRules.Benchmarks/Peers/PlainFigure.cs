using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>A figure as somebody who writes the logic by hand would hold it: everything looked up, nothing wrapped.</summary>
public sealed class PlainFigure
{
    /// <summary>Whether it is exactly one number, which is then both <see cref="Low"/> and <see cref="High"/>.</summary>
    public bool IsNumber { get; init; }

    public bool HasLow { get; init; }

    public bool HasHigh { get; init; }

    public bool LowOpen { get; init; }

    public bool HighOpen { get; init; }

    public decimal Low { get; init; }

    public decimal High { get; init; }

    public bool IsQuota { get; init; }

    public decimal Done { get; init; }

    public decimal Assigned { get; init; }

    /// <summary>How far along a state is; −1 where the figure is in none.</summary>
    public int Rank { get; init; } = -1;

    public bool IsAbsent { get; init; }

    /// <summary>What the absence comes to; Undetermined also where nothing is absent.</summary>
    public Status Absence { get; init; } = Status.Undetermined;

    /// <summary>What the row claims.</summary>
    public Status Reported { get; init; } = Status.Undetermined;

    public Trend? Trend { get; init; }

    /// <summary>A printed change since the year before.</summary>
    public decimal? Change { get; init; }

    /// <summary>The same figure a year before; null where there is none.</summary>
    public PlainFigure? Before { get; init; }

    public bool IsNumeric => HasLow || HasHigh;
}
