namespace IndicatorRules.Schemes.Model;

/// <summary>The kind of an indicator at one level. Immutable.</summary>
/// <param name="SchemeId">The scheme that sets it.</param>
/// <param name="Kind">The kind.</param>
public sealed record LevelKind(string SchemeId, RowKind Kind);
