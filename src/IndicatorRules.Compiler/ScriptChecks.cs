using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>What types alone cannot say: which scheme Upper names, and whether a trend has a direction.</summary>
internal static class ScriptChecks
{
    internal static IEnumerable<CompileFault> Run(
        CompileRequest request, GeneratedSource source, SemanticModel model, CancellationToken cancellation)
    {
        var ruleOf = request.Rules.SelectMany(r => r.Stages.Prepend(r.Rule).Select(_ => r)).ToList();
        foreach (var call in model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (source.Find(call.SpanStart) is not var (unit, _) || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            {
                continue;
            }

            var fault = method.Name switch
            {
                nameof(RuleContext.Upper) => Upper(call, ruleOf[unit], model),
                nameof(Figure.StableOrImproving) or nameof(Figure.Improving) => Direction(call, method, ruleOf[unit]),
                _ => null,
            };
            if (fault is var (at, id, arguments, suggestion))
            {
                yield return new CompileFault(unit, source.Find(at)!.Value.Offset, id, [.. arguments], suggestion);
            }
        }
    }

    private static (int At, string Id, LocalizedText[] Arguments, string? Suggestion)? Upper(
        InvocationExpressionSyntax call, RuleShape rule, SemanticModel model)
    {
        var argument = call.ArgumentList.Arguments[0];
        var named = model.GetConstantValue(argument.Expression).Value as string;
        return named is not null && rule.Uppers.Contains(named)
            ? null
            : (argument.SpanStart, DiagnosticCatalog.ScriptUpper.Id, [named ?? argument.ToString()], Nearest.To(named ?? "", rule.Uppers));
    }

    private static (int At, string Id, LocalizedText[] Arguments, string? Suggestion)? Direction(
        InvocationExpressionSyntax call, IMethodSymbol method, RuleShape rule)
    {
        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        var judged = receiver switch
        {
            null => [rule.Own],
            IdentifierNameSyntax { Identifier.ValueText: nameof(RuleContext.Value) } => [rule.Own],
            MemberAccessExpressionSyntax item => rule.Items.Where(i => i.Id == item.Name.Identifier.ValueText),
            _ => rule.Items.AsEnumerable(),
        };
        return judged.FirstOrDefault(f => !f.HasDirection) is { } without
            ? (call.SpanStart, DiagnosticCatalog.ScriptNoDirection.Id, [method.Name, without.Id], null)
            : null;
    }
}
