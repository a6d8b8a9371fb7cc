namespace IndicatorRules.Contract.Facts;

/// <summary>A figure that stands beside the table (背景数据): population, GDP. Checked against others, never judged. Immutable.</summary>
/// <param name="Id">The figure's id in the scheme.</param>
/// <param name="Fact">What is known.</param>
public sealed record BackgroundFact(string Id, Fact Fact);
