using IndicatorRules.Compiler.Sources;
using IndicatorRules.Compiler.Subset;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>
/// Validates what types cannot express: that <c>Upper</c> names an upper scheme of the row, that a trend has a direction, and that a state
/// belongs to its figure.
/// </summary>
internal sealed class ScriptValidation(CompileRequest request, ScriptSource source, SemanticModel model)
{
    private readonly List<RuleShape> _ruleOf = [.. request.Rules.SelectMany(r => r.Stages.Prepend(r.Rule).Select(_ => r))];

    private readonly OtherFigures _figures = new(request, model);

    private readonly PlanArguments _plans = new(request, model);

    private readonly ConstantValue _constants = new(model);

    internal IEnumerable<CompileFault> Run(CancellationToken cancellationToken)
    {
        foreach (var both in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<BinaryExpressionSyntax>())
        {
            if (source.Find(both.SpanStart) is var (unit, _) && unit < _ruleOf.Count
                && _figures.OtherUnit(both, _ruleOf[unit]) is var (at, id, arguments, _))
            {
                yield return new CompileFault(unit, source.Find(at)!.Value.Offset, id, [.. arguments]);
            }
        }

        foreach (var call in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (source.Find(call.SpanStart) is var (unit, _) && unit < _ruleOf.Count
                && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                && (method.ContainingNamespace?.ToString() == typeof(Figure).Namespace || MeaningGate.IsFunction(method))
                && Validate(call, method, _ruleOf[unit]) is var (at, id, arguments, suggestion))
            {
                yield return new CompileFault(unit, source.Find(at)!.Value.Offset, id, [.. arguments], suggestion);
            }
        }
    }

    private MeaningFault? Validate(InvocationExpressionSyntax call, IMethodSymbol method, RuleShape rule) => method.Name switch
    {
        _ when MeaningGate.IsFunction(method) => _figures.OtherUnitOfArgument(call, method, rule),
        nameof(RuleContext.Upper) => Upper(call, rule) ?? UpperStage(call, method, rule),
        nameof(RuleContext.Indicator) => _figures.Unknown(call),
        nameof(Figure.PercentOf) or nameof(Figure.AtLeast) or nameof(Figure.MoreThan) or nameof(Figure.AtMost) or nameof(Figure.LessThan) =>
            _figures.OtherUnit(call, rule),
        nameof(RuleContext.EachItem) when rule.Items.IsEmpty => new MeaningFault(call.SpanStart, FaultId.NoItems, []),
        _ when Course(call, method) is { } without => without,
        nameof(Figure.OnTrack) => _plans.OnTrack(call, method),
        nameof(Figure.ChainedGrowth) => Percent(call, rule),
        nameof(Figure.ContinuouslyImproving) or nameof(Figure.ContinuouslyStableOrImproving)
            when _plans.NoBaseYear(call, method) is { } none => none,
        nameof(Figure.StableOrImproving) or nameof(Figure.Improving)
            or nameof(Figure.ContinuouslyImproving) or nameof(Figure.ContinuouslyStableOrImproving)
            or nameof(Figure.ImprovingEachYear) or nameof(Figure.StableOrImprovingEachYear) => Direction(call, method, rule),
        nameof(Figure.Is) or nameof(Figure.Reached) => State(call, rule),
        _ => null,
    };

    // A function's result is computed for one year only, so words that compare years cannot use it.
    private MeaningFault? Course(InvocationExpressionSyntax call, IMethodSymbol method) =>
        AsksForOtherYears(method.Name) && Source((call.Expression as MemberAccessExpressionSyntax)?.Expression) is { } function
            ? new MeaningFault(call.SpanStart, FaultId.NoCourse, [method.Name, function.Name])
            : null;

    private static bool AsksForOtherYears(string word) => word is nameof(Figure.StableOrImproving) or nameof(Figure.Improving)
        or nameof(Figure.NotReduced) or nameof(Figure.ChangeAtLeast) or nameof(Figure.ChangeAtMost) or nameof(Figure.ImprovingEachYear)
        or nameof(Figure.StableOrImprovingEachYear) or nameof(Figure.AverageOver) or nameof(Figure.SumOver) or nameof(Figure.SumAfter)
        or nameof(Figure.ChangePercent) or nameof(Figure.Lowest) or nameof(Figure.Highest) or nameof(Figure.EachYear)
        or nameof(Figure.OnTrack) or nameof(Figure.AverageGrowth) or nameof(Figure.ChainedGrowth)
        or nameof(Figure.ContinuouslyImproving) or nameof(Figure.ContinuouslyStableOrImproving);

    // The function that a figure is computed with, directly or through locals.
    private IMethodSymbol? Source(ExpressionSyntax? figure) => Bare(figure) switch
    {
        InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol made =>
            MeaningGate.IsFunction(made) ? made : Source((call.Expression as MemberAccessExpressionSyntax)?.Expression),
        IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is ILocalSymbol local => Source(_constants.Fixed(local)),
        _ => null,
    };

    private MeaningFault? Upper(InvocationExpressionSyntax call, RuleShape rule)
    {
        var (argument, named) = Text(call, "schemeId", 0);
        if (named is null || !rule.Uppers.Contains(named))
        {
            var suggestion = Nearest.To(named ?? "", rule.Uppers);
            return new MeaningFault(argument.SpanStart, FaultId.Upper, [named ?? argument.ToString()], suggestion);
        }

        // Only rows that replace the rule reach this: for composed rows the composer has already reported it.
        return rule.Unasked.Contains(named)
            ? new MeaningFault(argument.SpanStart, FaultId.UpperUnasked, [named])
            : null;
    }

    private MeaningFault? UpperStage(InvocationExpressionSyntax call, IMethodSymbol method, RuleShape rule)
    {
        if (method.Parameters.All(p => p.Name != "stage"))
        {
            return null;
        }

        var scheme = Text(call, "schemeId", 0).Value!;
        var (argument, named) = Text(call, "stage", 1);
        var there = rule.UpperStages.Where(s => s.SchemeId == scheme).Select(s => s.Stage).ToList();
        return named is not null && there.Contains(named)
            ? null
            : new MeaningFault(
                argument.SpanStart, FaultId.UpperStage, [scheme, named ?? argument.ToString()],
                Nearest.To(named ?? "", there));
    }

    private (ArgumentSyntax Argument, string? Value) Text(InvocationExpressionSyntax call, string parameter, int position)
    {
        var arguments = call.ArgumentList.Arguments;
        var argument = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter) ?? arguments[position];
        return (argument, model.GetConstantValue(argument.Expression).Value as string);
    }

    private MeaningFault? Percent(InvocationExpressionSyntax call, RuleShape rule) =>
        _figures.Unit((call.Expression as MemberAccessExpressionSyntax)?.Expression, rule) is { } unit and not ("%" or "％")
            ? new MeaningFault(call.SpanStart, FaultId.NotInPercent, [nameof(Figure.ChainedGrowth), unit])
            : null;

    private MeaningFault? Direction(InvocationExpressionSyntax call, IMethodSymbol method, RuleShape rule) =>
        Judged(call, rule).FirstOrDefault(f => !f.HasDirection) is { } without
            ? new MeaningFault(call.SpanStart, FaultId.NoDirection, [method.Name, without.Id])
            : null;

    // States are numbered across an indicator and its items, so a state of another figure would have a wrong number.
    private MeaningFault? State(InvocationExpressionSyntax call, RuleShape rule)
    {
        if (call.ArgumentList.Arguments
            is not [{ Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var state } named }, ..])
        {
            return null;
        }

        return Judged(call, rule).FirstOrDefault(f => !f.States.Contains(state)) is { } other
            ? new MeaningFault(
                named.Name.SpanStart, FaultId.UnknownMember,
                [
                    new($"`{other.Id}` 的状态中", $"the states of `{other.Id}`"), state,
                    string.Join(' ', other.States.Select(s => $"`{s}`")),
                ],
                Nearest.To(state, other.States))
            : null;
    }

    // The figures that a word judges; none if only known at run time.
    private IEnumerable<FigureShape> Judged(InvocationExpressionSyntax call, RuleShape rule) =>
        Named((call.Expression as MemberAccessExpressionSyntax)?.Expression, rule);

    private IEnumerable<FigureShape> Named(ExpressionSyntax? figure, RuleShape rule) =>
        Bare(figure) switch
        {
            null or IdentifierNameSyntax { Identifier.ValueText: nameof(RuleContext.Value) } => [rule.Own],
            // A derived figure has the direction of its source.
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or IdentifierNameSyntax } made when IsDerived(made) =>
                Judged(made, rule),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Figure.ParentAverage) } average =>
                Named(average.Expression, rule),
            IdentifierNameSyntax { Identifier.ValueText: nameof(Figure.ParentAverage) } => [rule.Own],
            MemberAccessExpressionSyntax item => rule.Items.Where(i => i.Id == item.Name.Identifier.ValueText),
            IdentifierNameSyntax name when model.GetSymbolInfo(name).Symbol is IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LambdaMethod },
            } parameter => Years(parameter) is { } call ? Judged(call, rule) : rule.Items,
            BinaryExpressionSyntax both => Named(both.Left, rule).Concat(Named(both.Right, rule)).Take(1),
            _ => [],
        };

    private bool IsDerived(InvocationExpressionSyntax call) => model.GetSymbolInfo(call).Symbol is
    {
        Name: nameof(Figure.AverageOver) or nameof(Figure.SumOver) or nameof(Figure.SumAfter)
            or nameof(Figure.ChangePercent) or nameof(Figure.PercentOf) or nameof(Figure.Lowest) or nameof(Figure.Highest)
            or nameof(Figure.AverageGrowth) or nameof(Figure.ChainedGrowth),
    };

    // The call of EachYear whose lambda has the parameter, if it is one.
    private InvocationExpressionSyntax? Years(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && model.GetSymbolInfo(call).Symbol?.Name == nameof(Figure.EachYear) ? call : null;

    private static ExpressionSyntax? Bare(ExpressionSyntax? expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? Bare(inner) : expression;
}

/// <summary>A fault that the semantic model reveals. Immutable.</summary>
/// <param name="At">Its position in the generated source.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Arguments">The diagnostic's arguments.</param>
/// <param name="Suggestion">The word that was probably meant.</param>
internal sealed record MeaningFault(int At, string Id, LocalizedText[] Arguments, string? Suggestion = null);
