using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Protocol;

/// <summary>Everything that decides an image: script texts and the shape of their context; no figures. Immutable.</summary>
/// <param name="Place">What the scheme asks of a place.</param>
/// <param name="Rules">One entry per indicator, in the scheme's order.</param>
internal sealed record CompileRequest(ImmutableArray<AttributeShape> Place, ImmutableArray<RuleShape> Rules)
{
    /// <summary>The functions that rules may call, in the scheme's order.</summary>
    public ImmutableArray<FunctionShape> Functions { get; init; } = [];

    /// <summary>The scripts over the whole; null where the scheme has none.</summary>
    public OverallShape? Overall { get; init; }

    /// <summary>
    /// Every script text, in the order that faults count in: each indicator's rule, then its stages'; then the conclusion,
    /// then the checks.
    /// </summary>
    public IEnumerable<RuleUnit> Units() => Rules.SelectMany(r => r.Stages.Prepend(r.Rule)).Concat(OverallUnits());

    /// <summary>The conclusion, then the checks.</summary>
    public IEnumerable<RuleUnit> OverallUnits() => Overall is null ? []
        : Overall.Conclusion is { } conclusion ? Overall.Checks.Prepend(conclusion)
        : Overall.Checks;
}

/// <summary>The rules of one indicator and the context they are typed against. Immutable.</summary>
/// <param name="Own">The indicator.</param>
/// <param name="Items">Its items, in order.</param>
/// <param name="Uppers">The upper schemes that govern it.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Stages">The rules of its stages, in order.</param>
internal sealed record RuleShape(
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

/// <summary>The scripts over the whole of a scheme, and what their contexts are typed by. Immutable.</summary>
/// <param name="Indicators">The ids of its indicators, in its order.</param>
/// <param name="Domains">The ids of its domains, in its order.</param>
/// <param name="Grades">The ids of its grades, lowest first.</param>
/// <param name="Background">The ids of the background figures it asks for.</param>
/// <param name="Conclusion">How the whole is concluded; null where the scheme does not say.</param>
/// <param name="Checks">The checks on the facts.</param>
internal sealed record OverallShape(
    ImmutableArray<string> Indicators,
    ImmutableArray<string> Domains,
    ImmutableArray<string> Grades,
    ImmutableArray<string> Background,
    RuleUnit? Conclusion,
    ImmutableArray<RuleUnit> Checks);

/// <summary>What the compiler needs to know of an indicator or item to type the context. Immutable.</summary>
/// <param name="Id">The id scripts use; the indicator's own is never spelt in a script.</param>
/// <param name="HasDirection">Whether words about improvement make sense: it has a direction, or ordered states.</param>
/// <param name="States">The ids of its states, lowest first.</param>
internal sealed record FigureShape(string Id, bool HasDirection, ImmutableArray<string> States)
{
    /// <summary>The unit of its figures, so that one is not compared with another of another unit; empty where it is not known.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>A place attribute as the compiler types it. Immutable.</summary>
/// <param name="Id">The id scripts use.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Choices">The choices, or the parts of the shares.</param>
internal sealed record AttributeShape(string Id, AttributeKind Kind, ImmutableArray<string> Choices);

/// <summary>A declared function as the compiler types and charges it. Immutable.</summary>
/// <param name="Signature">What it takes and gives.</param>
/// <param name="Cost">The steps that a call counts for.</param>
internal sealed record FunctionShape(FunctionSignature Signature, long Cost);

/// <summary>A stage that an upper scheme sets the indicator a target for. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Stage">The stage's id.</param>
internal sealed record UpperStage(string SchemeId, string Stage);

/// <summary>One script text on its way to the compiler. Immutable.</summary>
/// <param name="Code">The author's C#.</param>
/// <param name="File">Its file, for the line numbers that reasons show.</param>
/// <param name="Line">The line it starts on.</param>
/// <param name="IsExpression">True for a rule in JSON, which is one expression; false for a .csx file, which may be a body.</param>
internal sealed record RuleUnit(string Code, string File, int Line, bool IsExpression);
