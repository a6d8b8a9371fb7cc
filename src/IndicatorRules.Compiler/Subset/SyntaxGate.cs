using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler.Subset;

/// <summary>Holds a parsed text to the kinds of syntax that rules may use, before anything is bound.</summary>
internal static class SyntaxGate
{
    /// <summary>What the text may not use, the first of each place.</summary>
    /// <param name="parsed">The author's expression or block.</param>
    /// <param name="prefix">How many characters of ours stand before the author's.</param>
    /// <param name="unit">Which text it is.</param>
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
        LocalDeclarationStatementSyntax local when local.UsingKeyword.Span.Length + local.AwaitKeyword.Span.Length > 0 => Construct.Modifier,
        LocalFunctionStatementSyntax { TypeParameterList: not null } => Construct.Of(SyntaxKind.TypeParameterList),
        LambdaExpressionSyntax { Modifiers.Count: > 0 } => Construct.Modifier,
        LambdaExpressionSyntax lambda when lambda.Parent is not ArgumentSyntax => Construct.LooseLambda,
        LambdaExpressionSyntax { Block: not null } => Construct.LooseLambda,
        LambdaExpressionSyntax lambda when lambda.Ancestors().OfType<LambdaExpressionSyntax>().Any() => Construct.NestedLambda,
        LocalFunctionStatementSyntax function when function.Ancestors().OfType<LocalFunctionStatementSyntax>().Any() => Construct.NestedFunction,
        ParameterSyntax { Default: not null } => Construct.DefaultArgument,
        AssignmentExpressionSyntax { Parent: not ExpressionStatementSyntax } => Construct.InnerAssignment,
        ExpressionStatementSyntax { Expression: not AssignmentExpressionSyntax } => Construct.LooseExpression,
        PredefinedTypeSyntax { Keyword.RawKind: not ((int)SyntaxKind.DecimalKeyword or (int)SyntaxKind.BoolKeyword or (int)SyntaxKind.IntKeyword) } =>
            Construct.Of(SyntaxKind.PredefinedType),
        _ => null,
    };
}
