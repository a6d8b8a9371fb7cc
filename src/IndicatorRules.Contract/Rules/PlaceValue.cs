using System.Collections.Immutable;

namespace IndicatorRules.Contract.Rules;

/// <summary>One attribute of a place, resolved against the scheme that asks for it.</summary>
/// <param name="Choice">The choice's place in the scheme's list; 0 for other kinds.</param>
/// <param name="Number">The number; 0 for other kinds.</param>
/// <param name="Shares">The shares in percent, in the scheme's order; empty for other kinds.</param>
/// <param name="Blank">The attribute's name where the facts leave it empty: a rule that asks for it is Undetermined. Null where it is
/// filled in.</param>
internal readonly record struct PlaceValue(int Choice, decimal Number, ImmutableArray<decimal> Shares, LocalizedText? Blank = null);
