using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>What the host tells a rule of the indicator that it is for. Immutable.</summary>
/// <param name="Own">The indicator itself.</param>
/// <param name="Items">Its items, in the order of the scheme.</param>
/// <param name="BaseYear">The scheme's base year; null when it has none.</param>
public sealed record IndicatorInfo(FigureInfo Own, ImmutableArray<FigureInfo> Items, int? BaseYear)
{
    /// <summary>The ids of its dated targets, in the order of their rules.</summary>
    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>The states of the indicator, then those of its items: the order that <see cref="StateId"/> counts in.</summary>
    public ImmutableArray<StateInfo> States { get; } = [.. Own.States, .. Items.SelectMany(i => i.States)];
}
