using System.Diagnostics.CodeAnalysis;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>What a script per rule sees, as in the tutorials.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "The texts are shared with engines whose parameters are lower case.")]
public sealed class ScriptGlobals
{
    public required PlainPlace p { get; init; }

    public Answer n { get; set; }

    public Answer s { get; set; }
}
