namespace IndicatorRules.Schemes.Compiling;

/// <summary>A stage that an upper scheme sets the indicator a target for. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Stage">The stage's id.</param>
public sealed record UpperStage(string SchemeId, string Stage);
