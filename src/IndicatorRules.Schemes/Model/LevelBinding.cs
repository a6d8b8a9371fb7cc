namespace IndicatorRules.Schemes.Model;

/// <summary>How hard an indicator counts at one level. Immutable.</summary>
/// <param name="SchemeId">The scheme that says so.</param>
/// <param name="Force">How hard.</param>
public sealed record LevelBinding(string SchemeId, BindingForce Force);
