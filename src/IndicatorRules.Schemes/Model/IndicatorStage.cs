using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>What one indicator is to reach by a stage. Immutable.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Target">The target as printed.</param>
/// <param name="Rule">Judges it.</param>
public sealed record IndicatorStage(Stage Stage, LocalizedText Target, RuleText Rule);
