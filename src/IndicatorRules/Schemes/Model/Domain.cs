using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>The upper heading that indicators stand under (领域). Immutable.</summary>
/// <param name="Id">Its id in the scheme.</param>
/// <param name="Name">Its name.</param>
/// <param name="TaskGroups">The lower headings, in order.</param>
public sealed record Domain(string Id, LocalizedText Name, ImmutableArray<TaskGroup> TaskGroups);
