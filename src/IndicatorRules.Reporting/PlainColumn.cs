namespace IndicatorRules.Reporting;

/// <summary>A column of a <see cref="PlainTable"/>. Immutable.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Right">Whether the column holds figures, which are right-aligned and never wrapped.</param>
internal sealed record PlainColumn(string Heading, bool Right = false);
