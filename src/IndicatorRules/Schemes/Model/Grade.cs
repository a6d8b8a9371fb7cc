using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A grade of a conclusion (等级). Immutable.</summary>
/// <param name="Id">The id in scripts: <c>Excellent</c>.</param>
/// <param name="Name">The name.</param>
public sealed record Grade(string Id, LocalizedText Name);
