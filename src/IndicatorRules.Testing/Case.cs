using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;

namespace IndicatorRules.Testing;

/// <summary>Facts with the verdicts expected of them (用例). Immutable.</summary>
/// <param name="Name">What the case shows.</param>
/// <param name="File">Its file.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Options">The year and the evidence.</param>
/// <param name="Expected">The verdicts expected.</param>
public sealed record Case(
    string Name, string File, FactsFile Facts, AssessOptions Options, ImmutableArray<Expectation> Expected)
{
    /// <summary>The conclusion expected; null when the case does not say.</summary>
    public ConclusionExpectation? Conclusion { get; init; }

    /// <summary>The findings expected of the scheme's checks, all of them; null when the case does not say.</summary>
    public ImmutableArray<ContradictionExpectation>? Contradictions { get; init; }
}
