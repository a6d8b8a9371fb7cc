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
/// <param name="Stage">The stage.</param>
/// <param name="Target">The target as printed.</param>
/// <param name="Rule">The rule that judges it.</param>
public sealed record IndicatorStage(Stage Stage, LocalizedText Target, RuleText Rule)
{
    /// <summary>The reason for replacing the upper schemes' target; empty if it does not.</summary>
    public LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>The schemes that set it; several if it is taken over from several.</summary>
    public ImmutableArray<Provenance> Provenance { get; init; } = [];

    /// <summary>The location of its entry; that of the indicator if it is taken over.</summary>
    public required Location Location { get; init; }
}
