using IndicatorRules.Compiler.Subset;
using IndicatorRules.Contract.Extending;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>
/// Validates figures that a rule compares with: <c>Indicator("…")</c> must name an indicator of the scheme, and units must match.
/// </summary>
internal sealed class OtherFigures(CompileRequest request, SemanticModel model)
{
    internal MeaningFault? Unknown(InvocationExpressionSyntax call)
    {
        var id = call.ArgumentList.Arguments[0];
        if (Find(call) is not { } rule)
        {
            var ids = request.Rules.Select(r => r.Own.Id);
            return new MeaningFault(id.SpanStart, FaultId.UnknownIndicator, [Said(id)], Nearest.To(Said(id), ids));
        }

        if (call.ArgumentList.Arguments is not [_, var item] || rule.Items.Any(i => i.Id == Said(item)))
        {
            return null;
        }

        var there = rule.Items.Select(i => i.Id).ToList();
        return new MeaningFault(
            item.SpanStart, FaultId.UnknownMember,
            [
                new($"`{rule.Own.Id}` 的分项中", $"the items of `{rule.Own.Id}`"),
                Said(item), string.Join(' ', there.Select(i => $"`{i}`")),
            ],
            Nearest.To(Said(item), there));
    }

    internal MeaningFault? OtherUnit(InvocationExpressionSyntax call, RuleShape rule)
    {
        if (call.ArgumentList.Arguments.FirstOrDefault(a => IsFigure(a.Expression)) is not { } other)
        {
            return null;
        }

        var unit = Unit((call.Expression as MemberAccessExpressionSyntax)?.Expression, rule);
        return Unit(other.Expression, rule) is { } another && unit is not null && unit != another
            ? new MeaningFault(other.SpanStart, FaultId.Units, [unit, another])
            : null;
    }

    /// <summary>Finds figures of different units that are added or subtracted.</summary>
    internal MeaningFault? OtherUnit(BinaryExpressionSyntax both, RuleShape rule) =>
        KeepsUnit(both) && IsFigure(both.Left) && IsFigure(both.Right)
            && Unit(both.Left, rule) is { } unit && Unit(both.Right, rule) is { } another && unit != another
            ? new MeaningFault(both.Right.SpanStart, FaultId.Units, [unit, another])
            : null;

    private bool IsFigure(ExpressionSyntax expression) => model.GetTypeInfo(expression) is var type
        && (type.ConvertedType?.Name == nameof(Figure) || type.Type?.Name == nameof(Figure));

    private static bool KeepsUnit(BinaryExpressionSyntax both) =>
        both.IsKind(SyntaxKind.AddExpression) || both.IsKind(SyntaxKind.SubtractExpression);

    /// <summary>Finds an argument of a declared function whose unit differs from the declared one.</summary>
    internal MeaningFault? OtherUnitOfArgument(InvocationExpressionSyntax call, IMethodSymbol method, RuleShape rule)
    {
        var declared = Declared(method).Parameters;
        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.ArgumentList.Arguments[i];
            var wanted = argument.NameColon is { } named ? declared.First(p => p.Name == named.Name.Identifier.ValueText) : declared[i];
            if (Unit(argument.Expression, rule) is { } unit && unit != wanted.Unit)
            {
                return new MeaningFault(argument.SpanStart, FaultId.Units, [wanted.Unit, unit]);
            }
        }

        return null;
    }

    private FunctionSignature Declared(IMethodSymbol method) => request.Functions.First(f => f.Signature.Id == method.Name).Signature;

    // Null if the unit is only known at run time.
    internal string? Unit(ExpressionSyntax? figure, RuleShape rule) => figure switch
    {
        null or IdentifierNameSyntax { Identifier.ValueText: nameof(RuleContext.Value) or nameof(Figure.ParentAverage) } => Known(rule.Own),
        ParenthesizedExpressionSyntax inner => Unit(inner.Expression, rule),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: nameof(Figure.ParentAverage) } average => Unit(average.Expression, rule),
        MemberAccessExpressionSyntax item =>
            rule.Items.FirstOrDefault(i => i.Id == item.Name.Identifier.ValueText) is { } known ? Known(known) : null,
        InvocationExpressionSyntax call => Unit(call, rule),
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.DivideExpression) && IsFigure(both.Right) => "-",
        BinaryExpressionSyntax both => Unit(IsFigure(both.Left) ? both.Left : both.Right, rule),
        _ => null,
    };

    private string? Unit(InvocationExpressionSyntax call, RuleShape rule) => model.GetSymbolInfo(call).Symbol?.Name switch
    {
        nameof(RuleContext.Indicator) => Named(call) is { } named ? Known(named) : null,
        nameof(Figure.PercentOf) or nameof(Figure.ChangePercent) or nameof(Figure.AverageGrowth) or nameof(Figure.ChainedGrowth) => "%",
        nameof(Figure.AverageOver) or nameof(Figure.SumOver) or nameof(Figure.SumAfter)
            or nameof(Figure.Lowest) or nameof(Figure.Highest) =>
            Unit((call.Expression as MemberAccessExpressionSyntax)?.Expression, rule),
        _ when model.GetSymbolInfo(call).Symbol is IMethodSymbol method && MeaningGate.IsFunction(method) => Declared(method).Unit,
        _ => null,
    };

    private FigureShape? Named(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [_, var item]
        ? Find(call)?.Items.FirstOrDefault(i => i.Id == Said(item))
        : Find(call)?.Own;

    private RuleShape? Find(InvocationExpressionSyntax call) =>
        request.Rules.FirstOrDefault(r => r.Own.Id == Said(call.ArgumentList.Arguments[0]));

    private string Said(ArgumentSyntax argument) => model.GetConstantValue(argument.Expression).Value as string ?? argument.ToString();

    private static string? Known(FigureShape figure) => figure.Unit.Length > 0 ? figure.Unit : null;
}
