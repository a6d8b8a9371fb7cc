using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Rules;

/// <summary>What a rule is bound to before it runs.</summary>
/// <param name="Facts">The place's facts.</param>
/// <param name="Row">What is known of the indicator for <paramref name="FactsYear"/>, in whichever column; null when nothing is.</param>
/// <param name="FactsYear">The year whose figures are judged.</param>
/// <param name="Year">The year judged; later than <paramref name="FactsYear"/> only for an outlook.</param>
/// <param name="WithReasons">Whether reasons are recorded.</param>
/// <param name="Index">The indicator's index in its scheme, and so most likely in the facts of any year.</param>
internal readonly record struct RuleInput(PlaceFacts Facts, IndicatorFacts? Row, int FactsYear, int Year, bool WithReasons, int Index = 0);
