using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A figure beside the table that checks need (背景数据). Immutable.</summary>
/// <param name="Id">The id in scripts and facts: <c>Population</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Unit">The unit.</param>
public sealed record BackgroundFigure(string Id, LocalizedText Name, string Unit);
