using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>A scheme → the request that compiles its scripts.</summary>
internal static class SchemeRequest
{
    internal static CompileRequest Of(Scheme scheme)
    {
        return new(
            [.. scheme.Place.Select(p => new AttributeShape(p.Id, p.Kind, [.. p.Choices.Select(c => c.Id)]))],
            [.. scheme.Indicators.Select(i => Shape(i, scheme))])
        {
            BaseYear = scheme.BaseYear,
            Functions = [.. scheme.Functions.Select(f => new FunctionShape(f.Signature, f.Cost))],
            Overall = scheme.Conclusion is null && scheme.Checks.IsEmpty ? null : OverallOf(scheme),
        };
    }

    /// <summary>The texts with their locations, in the order of <see cref="CompileRequest.Units"/>.</summary>
    internal static IEnumerable<RuleText> TextsOf(Scheme scheme)
    {
        return scheme.Indicators.SelectMany(i => i.Stages.Select(s => s.Rule).Prepend(i.Rule)).Concat(OverallTexts(scheme));
    }

    /// <summary>The texts with their locations, in the order of <see cref="CompileRequest.OverallUnits"/>.</summary>
    internal static IEnumerable<RuleText> OverallTexts(Scheme scheme)
    {
        var checks = scheme.Checks.Select(c => c.Script);
        return scheme.Conclusion is { } conclusion ? checks.Prepend(conclusion.Script) : checks;
    }

    private static OverallShape OverallOf(Scheme scheme) => new(
        [.. scheme.Indicators.Select(i => i.Id)],
        [.. scheme.Domains.Select(d => d.Id)],
        [.. scheme.Conclusion?.Grades.Select(g => g.Id) ?? []],
        [.. scheme.Background.Select(b => b.Id)],
        scheme.Conclusion is { } conclusion ? Unit(conclusion.Script) : null,
        [.. scheme.Checks.Select(c => Unit(c.Script))])
    {
        Kinds = [.. scheme.Kinds.Select(k => k.Id)],
    };

    private static RuleShape Shape(Indicator indicator, Scheme scheme) => new(
        Figure(indicator.Id, indicator.Direction, indicator.States, indicator.MeasuredIn ?? indicator.Unit),
        [.. indicator.Items.Select(i => Figure(i.Id, i.Direction, i.States, i.MeasuredIn ?? i.Unit))],
        [.. indicator.From.Select(f => f.SchemeId)],
        Unit(indicator.Rule),
        [.. indicator.Stages.Select(s => Unit(s.Rule))])
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

    private static FigureShape Figure(string id, Direction direction, ImmutableArray<StateInfo> states, string unit) =>
        new(id, direction != Direction.None || !states.IsEmpty, [.. states.Select(s => s.Id)]) { Unit = unit };

    private static RuleUnit Unit(RuleText text) =>
        new(text.Code, text.File, text.Line, !text.File.EndsWith(".csx", StringComparison.Ordinal));
}
