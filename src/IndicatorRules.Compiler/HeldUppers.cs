using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>
/// Verifies that a rule which adds to upper rules requires each of them: every result must be <c>Upper("…") &amp; …</c>. Otherwise
/// the rule would drop an upper requirement silently.
/// </summary>
internal sealed class HeldUppers(CompileRequest request, ScriptSource source, SemanticModel model)
{
    internal IEnumerable<CompileFault> Validate(CancellationToken cancellationToken)
    {
        var rules = request.Rules.SelectMany(r => r.Stages.Select(_ => (RuleShape?)null).Prepend(r)).ToList();
        foreach (var method in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (method.Body is not { } body || source.Find(method.SpanStart) is not var (unit, _)
                || !source.IsRule(unit) || rules[unit] is not { HoldsUppers: true } rule)
            {
                continue;
            }

            foreach (var answer in Answers(body))
            {
                var held = Conjuncts(answer).ToHashSet(StringComparer.Ordinal);
                foreach (var dropped in rule.Uppers.Where(u => !held.Contains(u)))
                {
                    yield return new CompileFault(
                        unit, source.Find(answer.SpanStart)!.Value.Offset, FaultId.RuleDropsUpper, [$"Upper(\"{dropped}\")"]);
                }
            }
        }
    }

    // Leaves out what local functions return.
    private static IEnumerable<ExpressionSyntax> Answers(BlockSyntax body) => body
        .DescendantNodes(node => node is not LocalFunctionStatementSyntax)
        .OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>();

    private IEnumerable<string> Conjuncts(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Conjuncts(inner.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.BitwiseAndExpression } both =>
            Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        InvocationExpressionSyntax call
            when model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: nameof(RuleContext.Upper), Parameters.Length: 2 } =>
            [model.GetConstantValue(call.ArgumentList.Arguments[0].Expression).Value as string ?? ""],
        IdentifierNameSyntax name when Fixed(name) is { } value => Conjuncts(value),
        _ => [],
    };

    private ExpressionSyntax? Fixed(IdentifierNameSyntax name) =>
        model.GetSymbolInfo(name).Symbol is ILocalSymbol local ? new ConstantValue(model).Fixed(local) : null;
}
