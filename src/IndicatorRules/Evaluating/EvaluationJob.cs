using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Scripting;

namespace IndicatorRules.Evaluating;

/// <summary>One place and year to be judged by one scheme. Immutable.</summary>
/// <param name="Compiled">The scheme, held by the caller meanwhile.</param>
/// <param name="Facts">The place's facts; they have the year.</param>
/// <param name="Places">The place in the terms of each scheme of the lineage, by its key.</param>
/// <param name="Year">The year judged.</param>
/// <param name="WithReasons">Whether findings are recorded.</param>
internal sealed record EvaluationJob(
    CompiledScheme Compiled, PlaceFacts Facts, IReadOnlyDictionary<string, PlaceValue[]> Places, int Year, bool WithReasons);
