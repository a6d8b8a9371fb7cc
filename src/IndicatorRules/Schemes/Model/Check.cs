using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>A script that looks for contradictions in the facts (校核). Immutable.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Title">What it looks for.</param>
/// <param name="IndicatorId">The indicator concerned; null for several or none.</param>
/// <param name="Script">The script.</param>
/// <param name="Location">The location of its entry.</param>
public sealed record Check(string Id, LocalizedText Title, string? IndicatorId, RuleText Script, Location Location);
