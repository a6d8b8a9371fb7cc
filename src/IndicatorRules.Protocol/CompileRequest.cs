using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Protocol;

/// <summary>Everything on which an image depends: script texts and the shape of their context, but no figures. Immutable.</summary>
/// <param name="Place">The place attributes of the scheme.</param>
/// <param name="Rules">The rules of each indicator, in the scheme's order.</param>
internal sealed record CompileRequest(ImmutableArray<AttributeShape> Place, ImmutableArray<RuleShape> Rules)
{
    /// <summary>The functions that rules may call, in the scheme's order.</summary>
    public ImmutableArray<FunctionShape> Functions { get; init; } = [];

    /// <summary>The year that courses begin in; null where the scheme names none.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The conclusion and checks; null if there are none.</summary>
    public OverallShape? Overall { get; init; }

    /// <summary>
    /// All script texts in the order by which faults count them: each indicator's rule and stages, the conclusion, the checks.
    /// </summary>
    public IEnumerable<RuleUnit> Units() => Rules.SelectMany(r => r.Stages.Prepend(r.Rule)).Concat(OverallUnits());

    /// <summary>The conclusion, then the checks.</summary>
    public IEnumerable<RuleUnit> OverallUnits() => Overall is null ? []
        : Overall.Conclusion is { } conclusion ? Overall.Checks.Prepend(conclusion)
        : Overall.Checks;
}

/// <summary>The rules of one indicator and the context that they are compiled against. Immutable.</summary>
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
    /// <summary>Whether the rule must require every upper rule, since it adds to them and replaces none.</summary>
    public bool HoldsUppers { get; init; }

    /// <summary>The upper schemes whose rules no longer apply, since this indicator changed the figures that they judge.</summary>
    public ImmutableArray<string> Unasked { get; init; } = [];

    /// <summary>The stages for which upper schemes have a rule.</summary>
    public ImmutableArray<UpperStage> UpperStages { get; init; } = [];
}

/// <summary>A scheme's conclusion and checks, and the context that they are compiled against. Immutable.</summary>
/// <param name="Indicators">The ids of the indicators, in the scheme's order.</param>
/// <param name="Domains">The ids of the domains, in the scheme's order.</param>
/// <param name="Grades">The ids of the grades, lowest first.</param>
/// <param name="Background">The ids of the background figures.</param>
/// <param name="Conclusion">The conclusion; null if there is none.</param>
/// <param name="Checks">The checks.</param>
internal sealed record OverallShape(
    ImmutableArray<string> Indicators,
    ImmutableArray<string> Domains,
    ImmutableArray<string> Grades,
    ImmutableArray<string> Background,
    RuleUnit? Conclusion,
    ImmutableArray<RuleUnit> Checks)
{
    /// <summary>The ids of the kinds of rows, in the scheme's order.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];
}

/// <summary>An indicator or item as the compiler needs it to type the context. Immutable.</summary>
/// <param name="Id">The id in scripts. An indicator's own id does not occur in its scripts.</param>
/// <param name="HasDirection">Whether it can improve: it has a direction or ordered states.</param>
/// <param name="States">The ids of its states, lowest first.</param>
internal sealed record FigureShape(string Id, bool HasDirection, ImmutableArray<string> States)
{
    /// <summary>The unit of its figures, used to reject comparisons of different units; empty if not known.</summary>
    public string Unit { get; init; } = "";
}

/// <summary>A place attribute as the compiler needs it. Immutable.</summary>
/// <param name="Id">The id in scripts.</param>
/// <param name="Kind">The type.</param>
/// <param name="Choices">The choices, or the parts of the shares.</param>
internal sealed record AttributeShape(string Id, AttributeKind Kind, ImmutableArray<string> Choices);

/// <summary>A declared function as the compiler needs it. Immutable.</summary>
/// <param name="Signature">The signature.</param>
/// <param name="Cost">The number of steps that a call counts for.</param>
internal sealed record FunctionShape(FunctionSignature Signature, long Cost);

/// <summary>A stage for which an upper scheme sets the indicator a target. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Stage">The stage's id.</param>
internal sealed record UpperStage(string SchemeId, string Stage);

/// <summary>A script text to be compiled. Immutable.</summary>
/// <param name="Code">The author's C#.</param>
/// <param name="File">The file, for the line numbers in reasons.</param>
/// <param name="Line">The line on which it starts.</param>
/// <param name="IsExpression">True for a rule in JSON, which is one expression; false for a .csx file, which may be a body.</param>
internal sealed record RuleUnit(string Code, string File, int Line, bool IsExpression);
