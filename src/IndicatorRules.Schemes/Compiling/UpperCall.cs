namespace IndicatorRules.Schemes.Compiling;

/// <summary>How often a text may run an upper scheme's rule. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Times">How often.</param>
public sealed record UpperCall(string SchemeId, long Times);
