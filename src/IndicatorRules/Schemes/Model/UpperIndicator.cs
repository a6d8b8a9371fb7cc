namespace IndicatorRules.Schemes.Model;

/// <summary>An upper scheme's indicator. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="IndicatorId">The indicator's id in that scheme; the lower scheme may use another.</param>
public sealed record UpperIndicator(string SchemeId, string IndicatorId);
