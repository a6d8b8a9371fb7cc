using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Schemes.Model;

/// <summary>One of several quantities that an indicator is made of (分项). Immutable.</summary>
public sealed record Item
{
    /// <summary>The id scripts and facts use: <c>Straw</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The unit as printed; the indicator's where the table prints none.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit that figures are handed in, where it is not the printed one.</summary>
    public string? MeasuredIn { get; init; }

    /// <summary>Which way it improves.</summary>
    public Direction Direction { get; init; }

    /// <summary>Its own target as printed; null when it shares the indicator's.</summary>
    public LocalizedText? Target { get; init; }

    /// <summary>Whether it is a feature of the province (*).</summary>
    public bool Starred { get; init; }

    /// <summary>False for a quantity that the rule needs but the table prints no line for.</summary>
    public bool Printed { get; init; } = true;

    /// <summary>The states that it may be in, lowest first.</summary>
    public ImmutableArray<StateInfo> States { get; init; } = [];

    /// <summary>What an absent figure comes to; null where the indicator's policy holds.</summary>
    public AbsencePolicy? Absence { get; init; }
}
