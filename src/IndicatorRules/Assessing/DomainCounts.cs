using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The counts of one domain. Immutable.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Counts">The counts of its indicators.</param>
public sealed record DomainCounts(Domain Domain, Counts Counts);

/// <summary>The counts of the targets of one stage that is due. Immutable.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Counts">The counts of the scheme's targets for it.</param>
public sealed record StageCounts(Stage Stage, Counts Counts);
