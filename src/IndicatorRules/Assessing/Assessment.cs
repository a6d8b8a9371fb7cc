using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>All verdicts for one place, one year, one scheme (评判). Immutable; safe on any thread.</summary>
/// <remarks>Serializers reject it, since it leads to the scheme's folder and rules. Send or store an <c>AssessmentReport</c>.</remarks>
/// <example><code>
/// Console.WriteLine($"{assessment.Place.Name} {assessment.Year}: {assessment.Summary.All.NotMet} not met");
/// foreach (var row in assessment.Indicators.Where(row => row.Status == Status.NotMet))
/// {
///     Console.WriteLine($"{row.Indicator.Name.Zh} {row.Margin}: {string.Join("；", row.Reasons(Language.Zh))}");
/// }
/// </code></example>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class Assessment
{
    /// <summary>The scheme; its lineage has the hash of every scheme involved.</summary>
    public required Scheme Scheme { get; init; }

    /// <summary>The place.</summary>
    public required Place Place { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The evidence that counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>SHA-256 of the facts file; empty for facts built in code.</summary>
    public required string FactsHash { get; init; }

    /// <summary>The note of the facts; empty when there is none.</summary>
    public required string Note { get; init; }

    /// <summary>One verdict per indicator, in order of their numbers.</summary>
    public required ImmutableArray<IndicatorVerdict> Indicators { get; init; }

    /// <summary>The overall conclusion; null when the scheme has none.</summary>
    public SchemeConclusion? Conclusion { get; init; }

    /// <summary>The counts, of all indicators also where only some are shown.</summary>
    public Summary Summary => Summary.Of(Whole ?? this);

    /// <summary>The assessment of which this shows some indicators; null when it shows all.</summary>
    internal Assessment? Whole { get; private init; }

    /// <summary>The number of indicators that were judged, also where only some are shown.</summary>
    public int Judged => (Whole ?? this).Indicators.Length;

    /// <summary>The same assessment with some of its indicators, in the order given: what reports show. The counts stay.</summary>
    public Assessment Showing(IEnumerable<IndicatorVerdict> indicators) => new()
    {
        Scheme = Scheme,
        Place = Place,
        Year = Year,
        Evidence = Evidence,
        FactsHash = FactsHash,
        Note = Note,
        Indicators = [.. indicators],
        Conclusion = Conclusion,
        Whole = Whole ?? this,
    };

    /// <summary>The verdict on one indicator; null when the scheme has no such indicator.</summary>
    public IndicatorVerdict? Find(string indicatorId) => Indicators.FirstOrDefault(i => i.Indicator.Id == indicatorId);
}
