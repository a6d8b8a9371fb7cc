using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Protocol;

/// <summary>What the compiler made of a request. Immutable.</summary>
/// <param name="Image">The bytes of an assembly; null when a script is wrong.</param>
/// <param name="Faults">What is wrong; empty when there is an image.</param>
/// <param name="Costs">The most steps of each text, in the order of <see cref="CompileRequest.Units"/>; empty without an image.</param>
internal sealed record CompileResponse(byte[]? Image, ImmutableArray<CompileFault> Faults, ImmutableArray<RuleCost> Costs)
{
    /// <summary>A request that was refused.</summary>
    public static CompileResponse Refused(IEnumerable<CompileFault> faults) => new(null, [.. faults.Distinct()], []);
}

/// <summary>Something wrong with a script, told without the places that only the host knows. Immutable.</summary>
/// <param name="Unit">Which text, in the order of <see cref="CompileRequest.Units"/>.</param>
/// <param name="Offset">Which character of it.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Arguments">The words of its message.</param>
/// <param name="Suggestion">The most likely right word; null when there is no good guess.</param>
internal sealed record CompileFault(int Unit, int Offset, string Id, ImmutableArray<LocalizedText> Arguments, string? Suggestion = null);

/// <summary>The most steps that one text can take. Immutable.</summary>
/// <param name="Steps">Its own steps.</param>
/// <param name="Uppers">How often it may run the rule of each upper scheme; their steps come on top.</param>
internal sealed record RuleCost(long Steps, ImmutableArray<UpperCall> Uppers);

/// <summary>How often a text may run an upper scheme's rule. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Times">How often.</param>
internal sealed record UpperCall(string SchemeId, long Times);
