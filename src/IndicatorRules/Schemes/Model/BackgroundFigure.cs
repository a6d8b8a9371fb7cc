using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A figure beside the table that a scheme's checks ask for (背景数据). Immutable.</summary>
/// <param name="Id">The id scripts and facts use: <c>Population</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
public sealed record BackgroundFigure(string Id, LocalizedText Name, string Unit);
