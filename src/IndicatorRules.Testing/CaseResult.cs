using System.Collections.Immutable;
using IndicatorRules.Cases;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Testing;

/// <summary>The result of running a case. Immutable.</summary>
/// <param name="Case">The case.</param>
/// <param name="Differences">The differences from the expectations, one sentence each; empty if the case passed.</param>
/// <param name="Diagnostics">The errors in the case's facts.</param>
public sealed record CaseResult(Case Case, ImmutableArray<LocalizedText> Differences, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether all expectations were met and the facts have no errors.</summary>
    public bool Passed => Differences.IsEmpty && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
