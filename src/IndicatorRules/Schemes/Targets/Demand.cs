using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Schemes.Targets;

/// <summary>What one clause of a printed target asks of a figure, a task or a state. Immutable.</summary>
internal abstract record Demand
{
    private Demand()
    {
    }

    /// <summary>A number to be reached or kept.</summary>
    /// <param name="Kind">How it is compared; null where the table prints the number alone.</param>
    /// <param name="Number">The number.</param>
    /// <param name="IsReached">Whether the word was 达到, which says at least only where higher is better.</param>
    /// <param name="IsLimit">Whether the word was 控制在, which says at most or about.</param>
    internal sealed record Bound(BoundKind? Kind, decimal Number, bool IsReached = false, bool IsLimit = false) : Demand;

    /// <summary>Two numbers to lie between, both included.</summary>
    internal sealed record Range(decimal Low, decimal High) : Demand;

    /// <summary>左右.</summary>
    internal sealed record Around(decimal Number) : Demand;

    /// <summary>A course against the year before.</summary>
    /// <param name="Kind">The course.</param>
    /// <param name="Towards">The direction that the words name: 提升, 下降; none for 改善.</param>
    /// <param name="IsPlain">Whether the words leave nothing open; 逐年改善 does not say from when on.</param>
    internal sealed record Change(Course Kind, Direction Towards, bool IsPlain = true) : Demand;

    /// <summary>The task that the superior authority set.</summary>
    internal sealed record Task : Demand;

    /// <summary>A state.</summary>
    /// <param name="Word">The state as printed.</param>
    /// <param name="IsReached">Whether a later state is right too.</param>
    internal sealed record State(string Word, bool IsReached) : Demand;
}
