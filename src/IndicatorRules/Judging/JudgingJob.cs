using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Scripting;

namespace IndicatorRules.Judging;

/// <summary>One place and year for the scripts of one scheme. Immutable.</summary>
/// <param name="Compiled">The scheme, held by the caller meanwhile.</param>
/// <param name="Facts">The place's facts without faulty rows; they include the year.</param>
/// <param name="Places">The place's attributes as each scheme of the lineage reads them, by the scheme's key.</param>
/// <param name="Year">The year to judge.</param>
/// <param name="WithReasons">Whether to record reasons.</param>
internal sealed record JudgingJob(
    CompiledScheme Compiled, PlaceFacts Facts, IReadOnlyDictionary<string, PlaceValue[]> Places, int Year, bool WithReasons)
{
    /// <summary>The evidence that counts.</summary>
    internal Evidence Evidence { get; init; }

    /// <summary>Whether to run the scheme's conclusion too.</summary>
    internal bool WithConclusion { get; init; }

    /// <summary>Whether to run the scheme's checks too.</summary>
    internal bool WithChecks { get; init; }

    /// <summary>The indexes of the rows with faulty facts; conclusion and checks see them as undetermined.</summary>
    internal ImmutableArray<int> Faulty { get; init; } = [];
}
