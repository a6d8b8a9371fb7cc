using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>Everything that decides an image: script texts and the shape of their context; no figures. Immutable.</summary>
/// <param name="Place">What the scheme asks of a place.</param>
/// <param name="Rules">One entry per indicator, in the scheme's order.</param>
public sealed record CompileRequest(ImmutableArray<AttributeShape> Place, ImmutableArray<RuleShape> Rules)
{
    /// <summary>The request for a scheme.</summary>
    public static CompileRequest For(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new(
            [.. scheme.Place.Select(p => new AttributeShape(p.Id, p.Kind, [.. p.Choices.Select(c => c.Id)]))],
            [.. scheme.Indicators.Select(i => Shape(i, scheme))])
        {
            Functions = [.. scheme.Functions.Select(f => new FunctionShape(f.Signature, f.Cost))],
            Overall = scheme.Conclusion is null && scheme.Checks.IsEmpty ? null : OverallOf(scheme),
        };
    }

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

    /// <summary>The same order as <see cref="Units"/>, with the places of the texts.</summary>
    public static IEnumerable<RuleText> TextsOf(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Indicators.SelectMany(i => i.Stages.Select(s => s.Rule).Prepend(i.Rule)).Concat(OverallTexts(scheme));
    }

    /// <summary>The same order as <see cref="OverallUnits"/>, with the places of the texts.</summary>
    public static IEnumerable<RuleText> OverallTexts(Scheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var checks = scheme.Checks.Select(c => c.Script);
        return scheme.Conclusion is { } conclusion ? checks.Prepend(conclusion.Script) : checks;
    }

    private static OverallShape OverallOf(Scheme scheme) => new(
        [.. scheme.Indicators.Select(i => i.Id)],
        [.. scheme.Domains.Select(d => d.Id)],
        [.. scheme.Conclusion?.Grades.Select(g => g.Id) ?? []],
        [.. scheme.Background.Select(b => b.Id)],
        scheme.Conclusion is { } conclusion ? RuleUnit.From(conclusion.Script) : null,
        [.. scheme.Checks.Select(c => RuleUnit.From(c.Script))]);

    private static RuleShape Shape(Indicator indicator, Scheme scheme) => new(
        Figure(indicator.Id, indicator.Direction, indicator.States, indicator.MeasuredIn ?? indicator.Unit),
        [.. indicator.Items.Select(i => Figure(i.Id, i.Direction, i.States, i.MeasuredIn ?? i.Unit))],
        [.. indicator.From.Select(f => f.SchemeId)],
        RuleUnit.From(indicator.Rule),
        [.. indicator.Stages.Select(s => RuleUnit.From(s.Rule))])
    {
        HoldsUppers = !indicator.From.IsEmpty && !indicator.ReplacesRule,
        Unasked = indicator.Unasked,
        UpperStages =
        [
            .. from upper in indicator.From
               from stage in scheme.Upper(upper).Stages
               select new UpperStage(upper.SchemeId, stage.Stage.Id),
        ],
    };

    private static FigureShape Figure(string id, Direction direction, ImmutableArray<Contract.Rules.StateInfo> states, string unit) =>
        new(id, direction != Direction.None || !states.IsEmpty, [.. states.Select(s => s.Id)]) { Unit = unit };
}
