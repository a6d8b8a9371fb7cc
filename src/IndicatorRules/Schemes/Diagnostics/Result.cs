using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>What a step made, and everything it has to say. Immutable.</summary>
/// <typeparam name="T">What the step makes.</typeparam>
/// <param name="Value">Null when the step found errors.</param>
/// <param name="Diagnostics">By place; errors and warnings.</param>
public sealed record Result<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>The value, or the diagnostics as an exception.</summary>
    /// <exception cref="DiagnosticException">The step found errors.</exception>
    public T OrThrow() => Value ?? throw new DiagnosticException(Diagnostics);

    internal static Result<T> From(DiagnosticBag bag, Func<T> make) =>
        new(bag.HasErrors ? null : make(), bag.ToImmutable());
}
