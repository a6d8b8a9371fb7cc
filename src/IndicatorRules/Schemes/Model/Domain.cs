using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>The first heading above indicators (领域). Immutable.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Name">The name.</param>
/// <param name="TaskGroups">The second headings, in order.</param>
public sealed record Domain(string Id, LocalizedText Name, ImmutableArray<TaskGroup> TaskGroups);

/// <summary>The second heading above indicators, within a domain (任务). Immutable.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Name">The name as printed.</param>
public sealed record TaskGroup(string Id, LocalizedText Name);
