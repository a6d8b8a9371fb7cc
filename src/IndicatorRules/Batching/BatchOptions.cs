using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>The options of a batch. Immutable.</summary>
public sealed record BatchOptions
{
    /// <summary>The scheme as <c>id</c> or <c>id@range</c>; by default the one that each place's facts name.</summary>
    public string? Scheme { get; init; }

    /// <summary>The year judged; by default every year that a place has facts of.</summary>
    public int? Year { get; init; }

    /// <summary>Which evidence counts; claims do by default.</summary>
    public Evidence Evidence { get; init => field = Given.Known(value); }

    /// <summary>
    /// Whether findings are recorded, so that reasons and margins can be read; false by default: it is several times slower.
    /// </summary>
    public bool WithReasons { get; init; }
}
