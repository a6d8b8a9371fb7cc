using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Scripting;

namespace IndicatorRules.Judging;

/// <summary>One place and year for the scripts of one scheme. Immutable.</summary>
/// <param name="Compiled">The scheme, held by the caller meanwhile.</param>
/// <param name="Facts">The place's facts without the rows that are wrong; they have the year.</param>
/// <param name="Places">The place in the terms of each scheme of the lineage, by its key.</param>
/// <param name="Year">The year judged.</param>
/// <param name="WithReasons">Whether findings are recorded.</param>
internal sealed record JudgingJob(
    CompiledScheme Compiled, PlaceFacts Facts, IReadOnlyDictionary<string, PlaceValue[]> Places, int Year, bool WithReasons)
{
    /// <summary>Which evidence counts.</summary>
    internal Evidence Evidence { get; init; }

    /// <summary>Whether the scheme's conclusion is asked for, or its rows alone.</summary>
    internal bool WithConclusion { get; init; }

    /// <summary>Whether the scheme's checks are asked too.</summary>
    internal bool WithChecks { get; init; }

    /// <summary>The indexes of the rows whose own facts are wrong; conclusion and checks see them as undetermined.</summary>
    internal ImmutableArray<int> Faulty { get; init; } = [];
}
