namespace IndicatorRules.Reporting;

/// <summary>A column of a <see cref="PlainTable"/>. Immutable.</summary>
/// <param name="Heading">What stands over it.</param>
/// <param name="Right">Whether it is one of figures, which stand to the right and are never broken.</param>
internal sealed record PlainColumn(string Heading, bool Right = false);
