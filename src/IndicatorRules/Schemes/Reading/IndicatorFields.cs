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

    internal LocalizedText? Name { get; init; }

    internal string? Unit { get; init; }

    internal string? MeasuredIn { get; init; }

    internal Direction? Direction { get; init; }

    internal int? Decimals { get; init; }

    internal FigureRange? Range { get; init; }

    internal bool? Starred { get; init; }

    internal string? Kind { get; init; }

    internal LocalizedText? Target { get; init; }

    internal ImmutableArray<Item>? Items { get; init; }

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
