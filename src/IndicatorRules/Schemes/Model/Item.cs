using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Schemes.Model;

/// <summary>One of several quantities that make up an indicator (分项). Immutable.</summary>
public sealed class Item
{
    /// <summary>The id in scripts and facts: <c>Straw</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Other names that facts may use for it.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The unit as printed; the indicator's if none is printed.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit of reported figures, if it differs from the printed one.</summary>
    public string? MeasuredIn { get; init; }

    /// <summary>The direction of improvement.</summary>
    public Direction Direction { get; init; }

    /// <summary>The range that its figures can have; null if the scheme gives none.</summary>
    public FigureRange? Range { get; init; }

    /// <summary>Its own target as printed; null if it shares the indicator's.</summary>
    public LocalizedText? Target { get; init; }

    /// <summary>Whether it is marked as a feature of the province (*).</summary>
    public bool Starred { get; init; }

    /// <summary>False if the rule needs it but the table has no line for it.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>The states, lowest first.</summary>
    public ImmutableArray<StateInfo> States { get; init; } = [];

    /// <summary>The statuses that an absent figure evaluates to; null for the indicator's policy.</summary>
    internal AbsencePolicy? Absence { get; init; }

    /// <summary>The item with these aliases.</summary>
    internal Item Called(ImmutableArray<string> aliases) => new()
    {
        Id = Id,
        Name = Name,
        Aliases = aliases,
        Unit = Unit,
        MeasuredIn = MeasuredIn,
        Direction = Direction,
        Range = Range,
        Target = Target,
        Starred = Starred,
        Printed = Printed,
        States = States,
        Absence = Absence,
    };

    /// <summary>The item with the indicator's unit and direction where it has none of its own.</summary>
    internal Item FilledFrom(Indicator whole) => new()
    {
        Id = Id,
        Name = Name,
        Aliases = Aliases,
        Unit = Unit.Length == 0 ? whole.Unit : Unit,
        MeasuredIn = MeasuredIn,
        Direction = Direction == Direction.None ? whole.Direction : Direction,
        Range = Range,
        Target = Target,
        Starred = Starred,
        Printed = Printed,
        States = States,
        Absence = Absence,
    };
}
