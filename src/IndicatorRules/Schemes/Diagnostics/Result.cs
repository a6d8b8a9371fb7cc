using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>The value that a step produced, with its diagnostics. Immutable.</summary>
/// <remarks>
/// There may be errors beside a value: an assessment has those of the rows whose facts are wrong, and judges the others. Warnings may
/// be beside either.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value; null if errors left none.</param>
/// <param name="diagnostics">Errors and warnings, ordered by location.</param>
/// <example><code>
/// var result = host.Assess(facts);
/// foreach (var diagnostic in result.Diagnostics)
/// {
///     Console.Error.WriteLine(diagnostic.Format(Language.Zh));
/// }
///
/// if (result.Succeeded)
/// {
///     Console.WriteLine(result.Value.Summary.All.Met);
/// }
/// </code></example>
public sealed class Result<T>(T? value, ImmutableArray<Diagnostic> diagnostics)
    where T : class
{
    /// <summary>The value; null if errors left none.</summary>
    public T? Value { get; } = value;

    /// <summary>Errors and warnings, ordered by location.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value, whatever diagnostics are beside it.</summary>
    /// <exception cref="DiagnosticException">There is no value; the exception has all diagnostics.</exception>
    public T OrThrow() => Value ?? throw new DiagnosticException(Diagnostics);
}
