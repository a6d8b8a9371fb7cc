using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules;

/// <summary>A scheme that was found, composed and compiled without errors. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class SchemeReview
{
    internal SchemeReview(Scheme scheme, ImmutableArray<long> steps, ImmutableArray<long> overallSteps) =>
        (Scheme, Steps, OverallSteps) = (scheme, steps, overallSteps);

    /// <summary>The scheme.</summary>
    public Scheme Scheme { get; }

    /// <summary>The maximum steps of each indicator's rule and stages, upper schemes' rules included, in the scheme's order.</summary>
    public ImmutableArray<long> Steps { get; }

    /// <summary>The maximum steps of the conclusion, if there is one, and then of each check.</summary>
    public ImmutableArray<long> OverallSteps { get; }
}
