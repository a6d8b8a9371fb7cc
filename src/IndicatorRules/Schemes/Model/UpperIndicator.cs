namespace IndicatorRules.Schemes.Model;

/// <summary>An upper scheme's indicator that another takes over. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="IndicatorId">The id that the indicator has there; the lower scheme may give it another.</param>
public sealed record UpperIndicator(string SchemeId, string IndicatorId);
