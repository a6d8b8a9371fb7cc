using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>What the compiler needs to know of an indicator or item to type the context. Immutable.</summary>
/// <param name="Id">The id scripts use; the indicator's own is never spelt in a script.</param>
/// <param name="HasDirection">Whether words about improvement make sense: it has a direction, or ordered states.</param>
/// <param name="States">The ids of its states, lowest first.</param>
public sealed record FigureShape(string Id, bool HasDirection, ImmutableArray<string> States)
{
    /// <summary>The unit of its figures, so that one is not compared with another of another unit; empty where it is not known.</summary>
    public string Unit { get; init; } = "";
}
