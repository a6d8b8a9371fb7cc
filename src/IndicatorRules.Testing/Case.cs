using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;

namespace IndicatorRules.Testing;

/// <summary>A case (用例): facts and the verdicts expected of them. Immutable.</summary>
/// <param name="Name">What the case shows, in the author's words.</param>
/// <param name="File">The path of its file.</param>
/// <param name="Facts">The facts to judge.</param>
/// <param name="Options">The year and evidence to judge by.</param>
/// <param name="Expected">The expected verdicts.</param>
public sealed record Case(
    string Name, string File, FactsFile Facts, AssessOptions Options, ImmutableArray<Expectation> Expected)
{
    /// <summary>The expected conclusion; null if any will do.</summary>
    public ConclusionExpectation? Conclusion { get; init; }

    /// <summary>All contradictions expected of the scheme's checks; null if any will do.</summary>
    public ImmutableArray<ContradictionExpectation>? Contradictions { get; init; }
}
