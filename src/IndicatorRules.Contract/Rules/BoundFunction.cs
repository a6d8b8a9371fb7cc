using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;

namespace IndicatorRules.Contract.Rules;

/// <summary>A declared function with the code behind it. Immutable.</summary>
/// <param name="Signature">What it takes and gives.</param>
/// <param name="Name">What it gives, as reasons call it.</param>
/// <param name="Call">A stranger's code; may throw anything.</param>
internal sealed record BoundFunction(FunctionSignature Signature, LocalizedText Name, Func<ImmutableArray<decimal>, decimal?> Call);
