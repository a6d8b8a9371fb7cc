using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Batching;

/// <summary>All verdicts on one place of a batch, and the diagnostics of its facts. Immutable; safe on any thread.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class PlaceVerdicts
{
    /// <summary>The place; null when its facts could not be read at all.</summary>
    public Place? Place { get; init; }

    /// <summary>The facts as read; null when they could not be read at all.</summary>
    public FactsFile? Facts { get; init; }

    /// <summary>The scheme judged by; null when there was none to judge by, and then there are no years either.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The years judged, earliest first.</summary>
    public ImmutableArray<YearVerdicts> Years { get; init; } = [];

    /// <summary>What is wrong with the facts, by place; a row with an error is judged Undetermined.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
