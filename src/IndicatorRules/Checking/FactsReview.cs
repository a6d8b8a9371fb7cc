using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Checking;

/// <summary>The contradictions that a scheme's checks found in one place's facts. Immutable; safe on any thread.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class FactsReview
{
    internal FactsReview(Assessment assessment, PlaceFacts facts, ImmutableArray<Contradiction> contradictions) =>
        (Assessment, Facts, Contradictions) = (assessment, facts, contradictions);

    /// <summary>The assessment that the checks ran on, with reasons.</summary>
    public Assessment Assessment { get; }

    /// <summary>The facts that were checked, as they were handed in.</summary>
    public PlaceFacts Facts { get; }

    /// <summary>The contradictions, by check and then by row; empty when there are none.</summary>
    public ImmutableArray<Contradiction> Contradictions { get; }

    /// <summary>The same review with other locations, such as without the folders of this machine.</summary>
    /// <param name="locate">Returns what a location is shown as.</param>
    public FactsReview Relocated(Func<Location, Location> locate)
    {
        ArgumentNullException.ThrowIfNull(locate);
        return new(Assessment, Facts, [.. Contradictions.Select(c => new Contradiction
        {
            Check = c.Check,
            Indicator = c.Indicator,
            Message = c.Message,
            Remedy = c.Remedy,
            IsLack = c.IsLack,
            Sides = [.. c.Sides.Select(s => s with { Location = locate(s.Location) })],
        })]);
    }
}
