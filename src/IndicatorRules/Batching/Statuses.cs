using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>The two statuses of a verdict, without its reasons: two bytes, for tables of many places.</summary>
/// <param name="Proven">What figures and recorded states show.</param>
/// <param name="Claimed">The same with declarations taken as they are.</param>
internal readonly record struct Statuses(Status Proven, Status Claimed);
