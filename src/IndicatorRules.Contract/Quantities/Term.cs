namespace IndicatorRules.Contract.Quantities;

/// <summary>One comparison within an answer, for its reason. Immutable.</summary>
/// <param name="Left">What is compared, or the condition on a verdict.</param>
/// <param name="Sign">How; empty where <paramref name="Left"/> alone says it.</param>
/// <param name="Right">With what.</param>
internal sealed record Term(Quantity Left, string Sign, Quantity Right);
