using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>The value that a step produced, with its diagnostics. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value; null if there are errors.</param>
/// <param name="Diagnostics">Errors and warnings, ordered by location.</param>
public sealed record Result<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="DiagnosticException">There are errors.</exception>
    public T OrThrow() => Value ?? throw new DiagnosticException(Diagnostics);
}
