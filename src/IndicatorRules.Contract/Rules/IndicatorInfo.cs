using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>What a rule knows of its indicator. Immutable.</summary>
/// <param name="own">The indicator itself.</param>
/// <param name="items">Its items, in the order of the scheme.</param>
/// <param name="baseYear">The scheme's base year; null when it has none.</param>
internal sealed class IndicatorInfo(FigureInfo own, ImmutableArray<FigureInfo> items, int? baseYear)
{
    internal FigureInfo Own => own;

    internal ImmutableArray<FigureInfo> Items => items;

    internal int? BaseYear => baseYear;

    /// <summary>The ids of its dated targets, in the order of their rules.</summary>
    internal ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>The states of the indicator, then those of its items: the order that <see cref="StateId"/> counts in.</summary>
    internal ImmutableArray<StateInfo> States { get; } = [.. own.States, .. items.SelectMany(i => i.States)];
}
