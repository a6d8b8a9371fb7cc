using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Testing;

/// <summary>How a case went. Immutable.</summary>
/// <param name="Case">The case.</param>
/// <param name="Differences">What differs from what was expected, one sentence each; empty when it passed.</param>
/// <param name="Diagnostics">What was wrong with the case's facts.</param>
public sealed record CaseResult(Case Case, ImmutableArray<LocalizedText> Differences, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether every verdict came out as expected.</summary>
    public bool Passed => Differences.IsEmpty && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
