using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Model;

/// <summary>What one indicator is to reach by a stage. Immutable.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Target">The target as printed.</param>
/// <param name="Rule">Judges it.</param>
public sealed record IndicatorStage(Stage Stage, LocalizedText Target, RuleText Rule)
{
    /// <summary>Why it differs from the upper schemes' target for the stage; empty where it does not.</summary>
    public LocalizedText Because { get; init; } = LocalizedText.Empty;

    /// <summary>Who set it; several where it is taken over from several.</summary>
    public ImmutableArray<Provenance> Provenance { get; init; } = [];

    /// <summary>Where it stands; for one taken over, where the row stands.</summary>
    public required Location Location { get; init; }
}
