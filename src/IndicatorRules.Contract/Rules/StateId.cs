namespace IndicatorRules.Contract.Rules;

/// <summary>A state that the scheme declares, as scripts name it: <c>State.Implemented</c>. Immutable.</summary>
/// <param name="Index">Its place among the states of the indicator and its items.</param>
public readonly record struct StateId(int Index);
