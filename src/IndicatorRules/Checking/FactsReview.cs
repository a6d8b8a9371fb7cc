using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Checking;

/// <summary>The contradictions that a scheme's checks found in one place's facts. Immutable; safe on any thread.</summary>
/// <param name="Assessment">The assessment that the checks ran on, with reasons.</param>
/// <param name="Contradictions">The contradictions, by check and then by row; empty when there are none.</param>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record FactsReview(Assessment Assessment, ImmutableArray<Contradiction> Contradictions);
