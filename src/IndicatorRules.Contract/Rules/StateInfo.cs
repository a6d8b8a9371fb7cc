using System.Collections.Immutable;

namespace IndicatorRules.Contract.Rules;

/// <summary>A state of an indicator or item, with the words that answer to it. Immutable.</summary>
/// <param name="Id">The id scripts use.</param>
/// <param name="Text">The state as the scheme prints it.</param>
/// <param name="Answers">Every wording that means this state, <paramref name="Text"/> included.</param>
/// <param name="Rank">Its place in the order, lowest first.</param>
public sealed record StateInfo(string Id, LocalizedText Text, ImmutableArray<string> Answers, int Rank);
