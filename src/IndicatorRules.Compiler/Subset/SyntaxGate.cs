using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler.Subset;

/// <summary>Validates the syntax of a parsed text against the kinds that rules may use, before binding.</summary>
internal static class SyntaxGate
{
    /// <summary>The rejected constructs, outermost first.</summary>
    /// <param name="parsed">The author's expression or block.</param>
    /// <param name="prefix">The number of generated characters before the author's text.</param>
    /// <param name="unit">The index of the text.</param>
    internal static IEnumerable<CompileFault> Validate(SyntaxNode parsed, int prefix, int unit)
    {
        var refusedUntil = -1;
        foreach (var node in parsed.DescendantNodesAndSelf())
        {
            if (node.SpanStart < refusedUntil || Refused(node) is not { } what)
            {
                continue;
            }

            refusedUntil = node.Span.End;
            yield return new CompileFault(
                unit, Math.Max(0, node.SpanStart - prefix), FaultId.Construct, [what.Name, what.Instead]);
        }
    }

    private static Construct? Refused(SyntaxNode node) => !AllowList.Syntax.Contains(node.Kind()) ? Construct.Of(node.Kind()) : node switch
    {
        LocalFunctionStatementSyntax { Modifiers.Count: > 0 } or LocalDeclarationStatementSyntax { Modifiers.Count: > 0 }
            or ParameterSyntax { Modifiers.Count: > 0 } => Construct.Modifier,
        LocalDeclarationStatementSyntax local when local.UsingKeyword.Span.Length + local.AwaitKeyword.Span.Length > 0 =>
            Construct.Modifier,
        LocalFunctionStatementSyntax { TypeParameterList: not null } => Construct.Of(SyntaxKind.TypeParameterList),
        LambdaExpressionSyntax { Modifiers.Count: > 0 } => Construct.Modifier,
        LambdaExpressionSyntax lambda when lambda.Parent is not ArgumentSyntax => Construct.LooseLambda,
        LambdaExpressionSyntax { Block: not null } => Construct.LooseLambda,
        LambdaExpressionSyntax lambda when lambda.Ancestors().OfType<LambdaExpressionSyntax>().Any() => Construct.NestedLambda,
        LocalFunctionStatementSyntax function when function.Ancestors().OfType<LocalFunctionStatementSyntax>().Any() =>
            Construct.NestedFunction,
        ParameterSyntax { Default: not null } => Construct.DefaultArgument,
        AssignmentExpressionSyntax { Parent: not ExpressionStatementSyntax } => Construct.InnerAssignment,
        ExpressionStatementSyntax { Expression: not AssignmentExpressionSyntax } => Construct.LooseExpression,
        PredefinedTypeSyntax
        {
            Keyword.RawKind: not ((int)SyntaxKind.DecimalKeyword or (int)SyntaxKind.BoolKeyword
            or (int)SyntaxKind.IntKeyword)
        } => Construct.Of(SyntaxKind.PredefinedType),
        _ => null,
    };
}
