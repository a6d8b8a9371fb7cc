using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>The second heading above indicators, within a domain (任务). Immutable.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Name">The name as printed.</param>
public sealed record TaskGroup(string Id, LocalizedText Name);
