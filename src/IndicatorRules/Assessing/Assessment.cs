using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>All verdicts for one place, one year, one scheme (评估). Immutable; safe on any thread.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record Assessment
{
    /// <summary>The scheme judged by; its lineage carries the hash of every scheme that took part.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>The place judged.</summary>
    public required Place Place { get; init; }

    /// <summary>The year judged.</summary>
    public required int Year { get; init; }

    /// <summary>Which evidence counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>SHA-256 of the facts file; empty for facts built in code.</summary>
    public required string FactsHash { get; init; }

    /// <summary>The facts' words about themselves; empty when none.</summary>
    public required string Note { get; init; }

    /// <summary>One verdict per indicator, in order of their numbers.</summary>
    public required ImmutableArray<IndicatorVerdict> Indicators { get; init; }

    /// <summary>How the whole is concluded; null where the scheme does not say.</summary>
    public SchemeConclusion? Conclusion { get; init; }

    /// <summary>The counts.</summary>
    public Summary Summary => Summary.Of(this);

    /// <summary>The verdict on one indicator; null when the scheme has none of that id.</summary>
    public IndicatorVerdict? Find(string indicatorId) => Indicators.FirstOrDefault(i => i.Indicator.Id == indicatorId);
}
