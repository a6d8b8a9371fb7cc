using System.Collections.Immutable;
using System.Collections.ObjectModel;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The fields of an indicator as written; null for missing ones.</summary>
internal sealed record IndicatorFields
{
    internal string? Number { get; init; }

    internal string? TaskGroup { get; init; }

    internal string? Group { get; init; }

    internal LocalizedText? Name { get; init; }

    /// <summary>Other names of the indicator and of its items, in the order of the file.</summary>
    internal ImmutableArray<WrittenAlias> Aliases { get; init; } = [];

    internal string? Unit { get; init; }

    internal string? MeasuredIn { get; init; }

    internal Direction? Direction { get; init; }

    internal int? Decimals { get; init; }

    internal FigureRange? Range { get; init; }

    internal bool? Starred { get; init; }

    internal string? Kind { get; init; }

    internal LocalizedText? Target { get; init; }

    internal ImmutableArray<Item>? Items { get; init; }

    /// <summary>What the items that have a rule of their own say as rows, by the items' ids.</summary>
    internal IReadOnlyDictionary<string, ItemRowEntry> ItemRows { get; init; } = ReadOnlyDictionary<string, ItemRowEntry>.Empty;

    internal ImmutableArray<StateInfo>? States { get; init; }

    internal AbsencePolicy? Absence { get; init; }

    internal RuleText? Rule { get; init; }

    internal SourceRef? Source { get; init; }

    internal LocalizedText? Note { get; init; }

    /// <summary>The upper target that an override was written against; null if it does not say.</summary>
    internal LocalizedText? Replaces { get; init; }

    internal LocalizedText? Because { get; init; }

    /// <summary>The location of each field written, by name.</summary>
    internal IReadOnlyDictionary<string, Location> At { get; init; } = ReadOnlyDictionary<string, Location>.Empty;
}

/// <summary>Another name of an indicator or item.</summary>
/// <param name="Item">The item's id; empty for the indicator itself.</param>
/// <param name="Name">The name as written.</param>
/// <param name="At">Its location.</param>
internal sealed record WrittenAlias(string Item, string Name, Location At);

/// <summary>What an item's entry says of it as a row.</summary>
/// <param name="Number">The number as printed; null for the row's.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Stages">Its dated targets.</param>
/// <param name="Location">The location of the entry.</param>
internal sealed record ItemRowEntry(string? Number, RuleText Rule, ImmutableArray<StageEntry> Stages, Location Location);

/// <summary>A group of rows as its scheme declares it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">The number as printed.</param>
/// <param name="Name">The name.</param>
/// <param name="Location">The location of the entry.</param>
internal sealed record GroupEntry(string Id, string Number, LocalizedText Name, Location Location)
{
    /// <summary>The target as printed; null where it is what the group asks, in words.</summary>
    internal LocalizedText? Target { get; init; }

    /// <summary>How many of its rows must be met; null for all.</summary>
    internal int? AtLeast { get; init; }

    /// <summary>The kind's id; null for that of its rows.</summary>
    internal string? Kind { get; init; }

    /// <summary>Whether it counts as one row, in place of its rows.</summary>
    internal bool CountsAsOne { get; init; }
}
