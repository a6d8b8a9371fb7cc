using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Model;

/// <summary>One thing that is judged (指标). Compared by reference. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record Indicator
{
    /// <summary>The number in the table as printed: <c>4</c>, <c>4.1</c>, <c>参考1</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The number where it is a whole number; null for others: <c>4.1</c>.</summary>
    public int? WholeNumber => PrintedNumber.Whole(Number);

    /// <summary>The id, which is the same in all schemes that mean the same indicator.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its task group.</summary>
    public required string TaskGroup { get; init; }

    /// <summary>The name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Other names that facts may use for it, such as that of an earlier table.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The unit as printed; "-" if there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit of reported figures, if it differs from the printed one.</summary>
    public string? MeasuredIn { get; init; }

    /// <summary>The direction of improvement.</summary>
    public Direction Direction { get; init; }

    /// <summary>The number of decimals of its figures; null if not specified.</summary>
    public int? Decimals { get; init; }

    /// <summary>The range that its figures can have; null if the scheme gives none.</summary>
    public FigureRange? Range { get; init; }

    /// <summary>Whether it is marked as a feature of the province (*).</summary>
    public bool Starred { get; init; }

    /// <summary>The kind at each level; at least one entry.</summary>
    public required ImmutableArray<LevelKind> Kinds { get; init; }

    /// <summary>The target as printed.</summary>
    public required LocalizedText Target { get; init; }

    /// <summary>The items.</summary>
    public ImmutableArray<Item> Items { get; init; } = [];

    /// <summary>The states, lowest first.</summary>
    public ImmutableArray<StateInfo> States { get; init; } = [];

    /// <summary>The statuses that absent figures evaluate to.</summary>
    internal AbsencePolicy Absence { get; init; } = new();

    /// <summary>The rule that judges it.</summary>
    public required RuleText Rule { get; init; }

    /// <summary>The document, table and row of its target.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>The stage targets, in the order of the scheme's stages.</summary>
    public ImmutableArray<IndicatorStage> Stages { get; init; } = [];

    /// <summary>The upper indicators that it takes over; empty for the scheme's own indicators.</summary>
    public ImmutableArray<UpperIndicator> From { get; init; } = [];

    /// <summary>Whether its rule replaces the upper rules; false if these must hold too.</summary>
    public bool ReplacesRule { get; init; }

    /// <summary>The id of the row whose item it judges; null for a row of the table itself.</summary>
    public string? ItemOf { get; init; }

    /// <summary>The id of its group; null if it is in none.</summary>
    public string? Group { get; init; }

    /// <summary>The rows whose verdicts it combines; null for a row that only its rule judges.</summary>
    public Combination? Combines { get; init; }

    /// <summary>Whether it counts as a row: false for items, for the rows of a group that counts as one, and for other groups.</summary>
    public bool CountsAsRow { get; init; } = true;

    /// <summary>Whether it or one of its items is marked with a star.</summary>
    internal bool HasStar => Starred || Items.Any(i => i.Starred);

    /// <summary>Whether the totals count it.</summary>
    public bool IsCounted => CountsAsRow && Kind.Counted;

    /// <summary>Whether facts name it: false for groups, which have no figures, and for items, which facts name within their row.</summary>
    public bool TakesFacts => ItemOf is null && Combines is not { IsGroup: true };

    /// <summary>The provenance of its fields, in the order of the guide.</summary>
    public ImmutableArray<FieldProvenance> Provenance { get; init; } = [];

    /// <summary>The upper schemes whose rule no longer applies, since this scheme changed the figures that it judges.</summary>
    internal ImmutableArray<string> Unasked { get; init; } = [];

    /// <summary>The reason for differing from the upper schemes; empty if it does not.</summary>
    public LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>The author's note; empty if there is none.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>The location of its entry.</summary>
    public required Location Location { get; init; }

    /// <summary>The kind: of those at its levels, the first in the scheme's order. Binding precedes reference by default.</summary>
    public required RowKind Kind { get; init; }

    /// <summary>The provenance of a field; empty if the indicator does not have it.</summary>
    public ImmutableArray<Provenance> ProvenanceOf(string field) => Provenance.FirstOrDefault(o => o.Field == field)?.Authors ?? [];

    /// <summary>The indicator as rules see it.</summary>
    internal IndicatorInfo ToInfo(int? baseYear) => new(
        new FigureInfo
        {
            Id = Id,
            Name = Name,
            Unit = MeasuredIn ?? Unit,
            Direction = Direction,
            States = States,
            Absence = Absence,
        },
        [
            .. Items.Select(item => new FigureInfo
            {
                Id = item.Id,
                Name = item.Name,
                Unit = item.MeasuredIn ?? item.Unit,
                Direction = item.Direction,
                IsItem = true,
                States = item.States,
                Absence = item.Absence ?? Absence,
            }),
        ],
        baseYear)
    {
        Stages = [.. Stages.Select(s => s.Stage.Id)],
    };

    /// <inheritdoc/>
    public bool Equals(Indicator? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
