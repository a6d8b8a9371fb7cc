using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>A dated target (阶段). Immutable.</summary>
/// <param name="Id">The id in the scheme: near-term.</param>
/// <param name="Name">The name: 近期目标.</param>
/// <param name="Year">The year in which it is due.</param>
public sealed record Stage(string Id, LocalizedText Name, int Year);

/// <summary>An indicator's target for a stage. Immutable.</summary>
public sealed class IndicatorStage
{
    internal IndicatorStage(Stage stage, LocalizedText target, RuleText rule) => (Stage, Target, Rule) = (stage, target, rule);

    /// <summary>The stage.</summary>
    public Stage Stage { get; }

    /// <summary>The target as printed.</summary>
    public LocalizedText Target { get; }

    /// <summary>The rule that judges it.</summary>
    public RuleText Rule { get; }

    /// <summary>The reason for replacing the upper schemes' target; empty if it does not.</summary>
    public LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>The schemes that set it; several if it is taken over from several.</summary>
    public ImmutableArray<Provenance> Provenance { get; init; } = [];

    /// <summary>The location of its entry; that of the indicator if it is taken over.</summary>
    public required Location Location { get; init; }
}
