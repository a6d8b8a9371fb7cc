using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Testing;

/// <summary>The result of running a case. Immutable.</summary>
public sealed class CaseResult
{
    internal CaseResult(Case one, ImmutableArray<LocalizedText> differences, ImmutableArray<Diagnostic> diagnostics) =>
        (Case, Differences, Diagnostics) = (one, differences, diagnostics);

    /// <summary>The case.</summary>
    public Case Case { get; }

    /// <summary>The differences from the expectations, one sentence each; empty if the case passed.</summary>
    public ImmutableArray<LocalizedText> Differences { get; }

    /// <summary>The errors in the case's facts.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether all expectations were met and the facts have no errors.</summary>
    public bool Passed => Differences.IsEmpty && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
