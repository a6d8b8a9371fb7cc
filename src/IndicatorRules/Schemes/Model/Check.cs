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

/// <summary>A figure beside the table that checks need (背景数据). Immutable.</summary>
/// <param name="Id">The id in scripts and facts: <c>Population</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">The unit.</param>
public sealed record BackgroundFigure(string Id, LocalizedText Name, string Unit);
