using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler;

/// <summary>
/// Validates the ranges of constant numbers that a script passes to words, so that a wrong one is reported when the scheme is loaded.
/// </summary>
internal sealed class WordArguments(ScriptSource source, SemanticModel model)
{
    private static readonly LocalizedText YearsRange = new("须在 1 到 50 之间", "from 1 to 50");
    private static readonly LocalizedText NotNegative = new("不能小于 0", "0 or more");
    private static readonly LocalizedText NotFloor = new("不能与 floor 相同", "other than `floor`");
    private static readonly LocalizedText Positive = new("须大于 0", "more than 0");

    private readonly ConstantValue _constants = new(model);

    internal IEnumerable<CompileFault> Validate(CancellationToken cancellationToken)
    {
        foreach (var call in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (source.Find(call.SpanStart) is not var (unit, _)
                || model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
                || operation.TargetMethod.ContainingNamespace?.ToString() is not { } space
                || !space.StartsWith(ContractNamespace, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var (at, id, arguments) in Wrong(operation))
            {
                yield return new CompileFault(unit, source.Find(at.SpanStart)!.Value.Offset, id, [.. arguments]);
            }
        }
    }

    private static string ContractNamespace { get; } = typeof(Verdict).Namespace!;

    // The range depends on the parameter's name, which means the same in every word.
    private IEnumerable<(SyntaxNode At, string Id, LocalizedText[] Arguments)> Wrong(IInvocationOperation call)
    {
        var known = call.Arguments.Where(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null })
            .Select(a => (a.Parameter!.Name, a.Syntax, Value: _constants.Of(a.Value))).Where(a => a.Value is not null)
            .ToDictionary(a => a.Name, a => (a.Syntax, Value: a.Value!.Value), StringComparer.Ordinal);
        foreach (var (name, (at, value)) in known.OrderBy(a => a.Value.Syntax.SpanStart))
        {
            if (Bound(name, value) is { } bound)
            {
                yield return (Expression(at), FaultId.ArgumentRange, [call.TargetMethod.Name, name, Plain(value), bound]);
            }
        }

        if (known.TryGetValue("floor", out var floor) && known.TryGetValue("target", out var target) && floor.Value == target.Value)
        {
            yield return (
                Expression(target.Syntax), FaultId.ArgumentRange, [call.TargetMethod.Name, "target", Plain(target.Value), NotFloor]);
        }

        if (known.TryGetValue("low", out var low) && known.TryGetValue("high", out var high) && low.Value > high.Value)
        {
            yield return (
                Expression(low.Syntax), FaultId.ArgumentOrder,
                [call.TargetMethod.Name, Plain(low.Value), Plain(high.Value)]);
        }
    }

    private static LocalizedText? Bound(string parameter, decimal value) => parameter switch
    {
        "years" when value is < 1 or > 50 => YearsRange,
        "within" or "tolerance" or "by" or "unclear" or "of" or "points" or "atMost" when value < 0 => NotNegative,
        "times" or "part" or "whole" or "per" when value <= 0 => Positive,
        _ => null,
    };

    private static SyntaxNode Expression(SyntaxNode argument) => argument is ArgumentSyntax { Expression: { } value } ? value : argument;

    private static string Plain(decimal value) => Reading.Plain(value);
}
