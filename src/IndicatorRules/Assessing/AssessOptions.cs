using System.Collections.Immutable;
using System.Globalization;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Assessing;

/// <summary>The options of an assessment. Immutable.</summary>
/// <example><code>
/// var options = new AssessOptions { Scheme = "national-revised", Year = 2022, Evidence = Evidence.Measured };
/// var assessment = host.Assess(facts, options).OrThrow();
/// </code></example>
public sealed record AssessOptions
{
    /// <summary>The scheme as <c>id</c> or <c>id@range</c>; by default the one that the facts name.</summary>
    public string? Scheme { get; init; }

    /// <summary>The year to judge; by default the latest of the facts.</summary>
    public int? Year { get; init; }

    /// <summary>The evidence that counts; by default claims count too.</summary>
    public Evidence Evidence { get; init => field = Given.Known(value); }

    /// <summary>Other values for some figures, to see what would become of the verdicts; none by default.</summary>
    public ImmutableArray<FactChange> Changes { get; init; } = [];

    /// <summary>Whether reasons are recorded, which reasons and margins of verdicts need; true by default.</summary>
    public bool WithReasons { get; init; } = true;

    /// <inheritdoc/>
    public bool Equals(AssessOptions? other) => other is not null && Scheme == other.Scheme && Year == other.Year
        && Evidence == other.Evidence && WithReasons == other.WithReasons && Changes.SequenceEqual(other.Changes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scheme, Year, Evidence, WithReasons, Changes.Length);

    /// <summary>The scheme and the year.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme} {Year}");
}
