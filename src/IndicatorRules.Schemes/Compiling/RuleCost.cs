using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>The most steps that one text can take. Immutable.</summary>
/// <param name="Steps">Its own steps.</param>
/// <param name="Uppers">How often it may run the rule of each upper scheme; their steps come on top.</param>
public sealed record RuleCost(long Steps, ImmutableArray<UpperCall> Uppers);
