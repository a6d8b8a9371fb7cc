using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The counts of one domain. Immutable.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Counts">Of its indicators.</param>
public sealed record DomainCounts(Domain Domain, Counts Counts);
