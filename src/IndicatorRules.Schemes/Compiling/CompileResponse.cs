using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>What the compiler made of a request. Immutable.</summary>
/// <param name="Image">The bytes of an assembly; null when a script is wrong.</param>
/// <param name="Faults">What is wrong; empty when there is an image.</param>
/// <param name="Costs">The most steps of each text, in the order of <see cref="CompileRequest.Units"/>; empty without an image.</param>
public sealed record CompileResponse(byte[]? Image, ImmutableArray<CompileFault> Faults, ImmutableArray<RuleCost> Costs)
{
    /// <summary>A request that was refused.</summary>
    public static CompileResponse Refused(IEnumerable<CompileFault> faults) => new(null, [.. faults.Distinct()], []);
}
