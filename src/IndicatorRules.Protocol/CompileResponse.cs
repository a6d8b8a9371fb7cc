using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Protocol;

/// <summary>The result of a compilation. Immutable.</summary>
/// <param name="Image">The bytes of an assembly; null if there are faults.</param>
/// <param name="Faults">The faults; empty if there is an image.</param>
/// <param name="Costs">The maximum number of steps of each text, in the order of <see cref="CompileRequest.Units"/>; empty without an
/// image.</param>
internal sealed record CompileResponse(byte[]? Image, ImmutableArray<CompileFault> Faults, ImmutableArray<RuleCost> Costs)
{
    /// <summary>The response to a request with faults.</summary>
    public static CompileResponse Refused(IEnumerable<CompileFault> faults) => new(null, [.. faults.Distinct()], []);
}

/// <summary>A fault in a script. The host translates its position into a location. Immutable.</summary>
/// <param name="Unit">The index of the text, in the order of <see cref="CompileRequest.Units"/>.</param>
/// <param name="Offset">The index of the character.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Arguments">The arguments of its message.</param>
/// <param name="Suggestion">The word that was probably meant; null without a good guess.</param>
internal sealed record CompileFault(int Unit, int Offset, string Id, ImmutableArray<LocalizedText> Arguments, string? Suggestion = null);

/// <summary>The maximum number of steps of a text. Immutable.</summary>
/// <param name="Steps">Its own steps.</param>
/// <param name="Uppers">The calls of upper rules, whose steps are added.</param>
internal sealed record RuleCost(long Steps, ImmutableArray<UpperCall> Uppers);

/// <summary>The maximum number of calls of an upper rule. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Times">The number of calls.</param>
internal sealed record UpperCall(string SchemeId, long Times);
