using IndicatorRules.Contract;

namespace IndicatorRules.Assessing;

/// <summary>What is asked of an assessment. Immutable.</summary>
public sealed record AssessOptions
{
    /// <summary>The scheme as <c>id</c> or <c>id@range</c>; by default the one that the facts name.</summary>
    public string? Scheme { get; init; }

    /// <summary>The year judged; by default the latest of the facts.</summary>
    public int? Year { get; init; }

    /// <summary>Which evidence counts; claims do by default.</summary>
    public Evidence Evidence { get; init => field = Given.Known(value); }

    /// <summary>Whether findings are recorded, so that reasons and margins can be read; true by default.</summary>
    public bool WithReasons { get; init; } = true;
}
