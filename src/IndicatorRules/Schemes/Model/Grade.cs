using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A grade that a scheme concludes with (等级). Immutable.</summary>
/// <param name="Id">The id scripts use: <c>Excellent</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record Grade(string Id, LocalizedText Name);
