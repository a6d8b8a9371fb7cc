using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>A script that looks for contradictions in the facts themselves (校核). Immutable.</summary>
/// <param name="Id">Its id in the scheme.</param>
/// <param name="Title">What it looks for.</param>
/// <param name="IndicatorId">The row it is about; null where it is about several or none.</param>
/// <param name="Script">The script.</param>
/// <param name="Location">Where it stands in its file.</param>
public sealed record Check(string Id, LocalizedText Title, string? IndicatorId, RuleText Script, Location Location);
