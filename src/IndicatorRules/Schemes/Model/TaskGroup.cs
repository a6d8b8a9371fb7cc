using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>The lower heading that indicators stand under (任务). Immutable.</summary>
/// <param name="Id">Its id in the scheme.</param>
/// <param name="Name">Its name as printed.</param>
public sealed record TaskGroup(string Id, LocalizedText Name);
