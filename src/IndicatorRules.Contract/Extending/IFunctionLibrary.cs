using System.Collections.Immutable;

namespace IndicatorRules.Contract.Extending;

/// <summary>Functions that a scheme's rules may call. Written by strangers; needs a constructor without parameters.</summary>
/// <remarks>
/// The host may call it on any thread, one call at a time; it gives up a call that does not come back in time, and the
/// library with it. The same numbers must give the same answer, or verdicts cannot be repeated.
/// </remarks>
public interface IFunctionLibrary
{
    /// <summary>What it offers. A scheme that declares a function otherwise is refused.</summary>
    ImmutableArray<FunctionSignature> Functions { get; }

    /// <summary>Works one out.</summary>
    /// <param name="function">The id of one that it offers.</param>
    /// <param name="arguments">Known numbers, as many as it takes; where a figure is missing or a range it is not called.</param>
    /// <returns>The number; null where there is none, which leaves the rule undetermined and is never zero.</returns>
    decimal? Call(string function, ImmutableArray<decimal> arguments);
}
