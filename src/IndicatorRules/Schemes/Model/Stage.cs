using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A dated target (阶段). Immutable.</summary>
/// <param name="Id">The id in the scheme: near-term.</param>
/// <param name="Name">The name: 近期目标.</param>
/// <param name="Year">The year in which it is due.</param>
public sealed record Stage(string Id, LocalizedText Name, int Year);
