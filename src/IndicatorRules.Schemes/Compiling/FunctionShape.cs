using IndicatorRules.Contract.Extending;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>A declared function as the compiler types and charges it. Immutable.</summary>
/// <param name="Signature">What it takes and gives.</param>
/// <param name="Cost">The steps that a call counts for.</param>
public sealed record FunctionShape(FunctionSignature Signature, long Cost);
