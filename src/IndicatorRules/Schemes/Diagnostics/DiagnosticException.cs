using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Thrown when a caller asks for a value but the input has errors. Its message lists all diagnostics.</summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DiagnosticException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(d => d.Format(Language.En)))) => Diagnostics = diagnostics;

    /// <summary>One error.</summary>
    public DiagnosticException(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<LocalizedText> arguments)
        : this([new Diagnostic(descriptor, location, [.. arguments])])
    {
    }

    /// <summary>The diagnostics, ordered by location, with at least one error.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
