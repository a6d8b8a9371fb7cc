using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>The value that a step produced, with its diagnostics. Immutable.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value; null if there are errors.</param>
/// <param name="diagnostics">Errors and warnings, ordered by location.</param>
public sealed class Result<T>(T? value, ImmutableArray<Diagnostic> diagnostics)
    where T : class
{
    /// <summary>The value; null if there are errors.</summary>
    public T? Value { get; } = value;

    /// <summary>Errors and warnings, ordered by location.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="DiagnosticException">There are errors.</exception>
    public T OrThrow() => Value ?? throw new DiagnosticException(Diagnostics);
}
