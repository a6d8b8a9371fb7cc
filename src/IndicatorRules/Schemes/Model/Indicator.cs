using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Model;

/// <summary>One thing judged (指标). Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record Indicator
{
    /// <summary>Its number in the table.</summary>
    public required int Number { get; init; }

    /// <summary>Its id, the same in every scheme that means the same indicator.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the task group it stands under.</summary>
    public required string TaskGroup { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The unit as printed; "-" where there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit that figures are handed in, where it is not the printed one.</summary>
    public string? MeasuredIn { get; init; }

    /// <summary>Which way it improves.</summary>
    public Direction Direction { get; init; }

    /// <summary>How many decimals its figures have; null when the scheme does not say.</summary>
    public int? Decimals { get; init; }

    /// <summary>Whether it is a feature of the province (*).</summary>
    public bool Starred { get; init; }

    /// <summary>How hard it counts, by level; at least one entry.</summary>
    public required ImmutableArray<LevelKind> Kinds { get; init; }

    /// <summary>The target as printed.</summary>
    public required LocalizedText Target { get; init; }

    /// <summary>The quantities it is made of.</summary>
    public ImmutableArray<Item> Items { get; init; } = [];

    /// <summary>The states that it may be in, lowest first.</summary>
    public ImmutableArray<StateInfo> States { get; init; } = [];

    /// <summary>What an absent figure comes to.</summary>
    public required AbsencePolicy Absence { get; init; }

    /// <summary>Judges it.</summary>
    public required RuleText Rule { get; init; }

    /// <summary>Where its target stands.</summary>
    public required SourceRef Source { get; init; }

    /// <summary>Its dated targets, in the order of the scheme's stages.</summary>
    public ImmutableArray<IndicatorStage> Stages { get; init; } = [];

    /// <summary>The upper schemes' indicators that this one takes over; empty for the scheme's own.</summary>
    public ImmutableArray<UpperIndicator> From { get; init; } = [];

    /// <summary>Whether its rule stands in place of the upper ones, as declared; false where the upper ones must hold too.</summary>
    public bool ReplacesRule { get; init; }

    /// <summary>Where each of its fields comes from, in the order of the guide.</summary>
    public ImmutableArray<FieldProvenance> Provenance { get; init; } = [];

    /// <summary>The upper schemes whose rule has no meaning here any more, since it judges figures that this row changed.</summary>
    internal ImmutableArray<string> Unasked { get; init; } = [];

    /// <summary>Why it differs from the upper schemes; empty when it does not.</summary>
    public LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>A remark of the scheme's author; empty when none.</summary>
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>Where it stands in its file.</summary>
    public required Location Location { get; init; }

    /// <summary>How hard it counts: binding when any level says so.</summary>
    public RowKind Force => Kinds.Any(b => b.Kind == RowKind.Binding) ? RowKind.Binding : RowKind.Reference;

    /// <summary>Where one field comes from; empty where the row does not have it.</summary>
    public ImmutableArray<Provenance> ProvenanceOf(string field) => Provenance.FirstOrDefault(o => o.Field == field)?.Authors ?? [];

    /// <summary>The indicator as a rule sees it.</summary>
    public IndicatorInfo ToInfo(int? baseYear) => new(
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
}
