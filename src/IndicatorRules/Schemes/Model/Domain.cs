using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>The first heading above indicators (领域). Immutable.</summary>
public sealed class Domain
{
    internal Domain(string id, LocalizedText name, ImmutableArray<TaskGroup> taskGroups) => (Id, Name, TaskGroups) = (id, name, taskGroups);

    /// <summary>The id in the scheme.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public LocalizedText Name { get; }

    /// <summary>The second headings, in order.</summary>
    public ImmutableArray<TaskGroup> TaskGroups { get; }
}

/// <summary>The second heading above indicators, within a domain (任务). Immutable.</summary>
/// <param name="Id">The id in the scheme.</param>
/// <param name="Name">The name as printed.</param>
public sealed record TaskGroup(string Id, LocalizedText Name);
