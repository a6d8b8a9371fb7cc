using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Batching;

/// <summary>The two statuses of a verdict without its reasons, in two bytes, for tables of many places.</summary>
/// <param name="Proven">The status by figures and recorded states.</param>
/// <param name="Claimed">The same with claims included.</param>
internal readonly record struct Statuses(Status Proven, Status Claimed);
