using System.Collections.Immutable;

namespace IndicatorRules.Batching;

/// <summary>All verdicts on one place and year. Immutable.</summary>
/// <param name="Year">The year judged.</param>
/// <param name="Indicators">One entry per indicator, in the scheme's order.</param>
public sealed record YearVerdicts(int Year, ImmutableArray<RowVerdict> Indicators);
