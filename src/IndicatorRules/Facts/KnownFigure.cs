using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Facts;

/// <summary>What the facts of one indicator or item are held against. Immutable.</summary>
internal sealed class KnownFigure(string unit, ImmutableArray<StateInfo> states)
{
    private readonly HashSet<string> _answers = states.SelectMany(s => s.Answers).ToHashSet(StringComparer.Ordinal);

    /// <summary>The unit that figures are handed in.</summary>
    internal string Unit { get; } = unit;

    internal bool IsPercent { get; } = unit == "%";

    /// <summary>The states that it may be in; empty for figures.</summary>
    internal ImmutableArray<StateInfo> States { get; } = states;

    /// <summary>Whether words answer to a state.</summary>
    internal bool Answers(string words) => _answers.Contains(words);
}
