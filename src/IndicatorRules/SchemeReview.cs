using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules;

/// <summary>A scheme that was found, composed and compiled without errors. Immutable.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Steps">The maximum steps of each indicator's rule and stages, upper schemes' rules included, in the scheme's order.</param>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record SchemeReview(Scheme Scheme, ImmutableArray<long> Steps)
{
    /// <summary>The maximum steps of the conclusion, if there is one, and then of each check.</summary>
    public ImmutableArray<long> OverallSteps { get; init; } = [];
}
