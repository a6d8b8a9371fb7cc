namespace IndicatorRules.Schemes.Model;

/// <summary>How hard an indicator counts at one level. Immutable.</summary>
/// <param name="SchemeId">The scheme that says so.</param>
/// <param name="Kind">How hard.</param>
public sealed record LevelKind(string SchemeId, RowKind Kind);
