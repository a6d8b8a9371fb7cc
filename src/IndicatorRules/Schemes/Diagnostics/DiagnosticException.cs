using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Thrown where a caller asked for a value and the input is wrong. Its message lists every diagnostic.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>The diagnostics of a step.</summary>
    public DiagnosticException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(d => d.Format(Language.En)))) => Diagnostics = diagnostics;

    /// <summary>By place; at least one error.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
