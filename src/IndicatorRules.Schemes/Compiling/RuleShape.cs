using System.Collections.Immutable;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>The rules of one indicator and the context they are typed against. Immutable.</summary>
/// <param name="Own">The indicator.</param>
/// <param name="Items">Its items, in order.</param>
/// <param name="Uppers">The upper schemes that govern it.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Stages">The rules of its stages, in order.</param>
public sealed record RuleShape(
    FigureShape Own,
    ImmutableArray<FigureShape> Items,
    ImmutableArray<string> Uppers,
    RuleUnit Rule,
    ImmutableArray<RuleUnit> Stages)
{
    /// <summary>Whether the rule must ask every upper scheme to hold: it adds to them and replaces none.</summary>
    public bool HoldsUppers { get; init; }

    /// <summary>Those of <see cref="Uppers"/> whose rules judge figures that this indicator changed.</summary>
    public ImmutableArray<string> Unasked { get; init; } = [];

    /// <summary>The stages that the upper schemes have a rule for.</summary>
    public ImmutableArray<UpperStage> UpperStages { get; init; } = [];
}
