using System.Globalization;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler;

/// <summary>
/// Lets each operand of <c>&amp;</c>, <c>|</c> and <c>When</c> whose arithmetic may fail be asked by itself: an exception would unwind the
/// whole rule, and with it what the operands beside it said. In conclusions and checks, each number that is worked out and each answer that
/// branches.
/// </summary>
/// <remarks>Works on texts that every check has passed. Rules in which nothing can fail are left as they are.</remarks>
internal static class OperandGuards
{
    /// <summary>The source with the calls put in; null where no operand needs one.</summary>
    internal static string? Insert(ScriptSource source, SemanticModel model, CancellationToken cancellationToken)
    {
        var operands = model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(m => m.Body is not null && source.Find(m.SpanStart) is not null)
            .SelectMany(m => model.GetOperation(m.Body!, cancellationToken)!.Descendants()
                .SelectMany(o => source.IsRule(source.Find(m.SpanStart)!.Value.Unit) ? OfRule(o) : OfWhole(o)))
            .Select(o => o.Syntax.Span).Distinct().ToList();
        if (operands.Count == 0)
        {
            return null;
        }

        var inserts = operands.Select((o, i) => (At: o.Start, Depth: -o.Length, Text: $"Operand(__o{i.ToString(CultureInfo.InvariantCulture)} => "))
            .Concat(operands.Select(o => (At: o.End, Depth: 0, Text: ")")));
        var (whole, code) = (source.Code, new StringBuilder());
        var copied = 0;
        foreach (var (at, _, text) in inserts.OrderBy(i => i.At).ThenBy(i => i.Depth))
        {
            code.Append(whole, copied, at - copied).Append(text);
            copied = at;
        }

        return code.Append(whole, copied, whole.Length - copied).ToString();
    }

    private static IEnumerable<IOperation> OfRule(IOperation operation) => Operands(operation).Where(MayFail);

    // A number that is worked out becomes a quantity before it meets others, and an answer stands in a step or beside other answers.
    private static IEnumerable<IOperation> OfWhole(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod.ContainingType.Name: nameof(Quantity), Operand: var number } =>
            Bare(number) is var bare && bare.DescendantsAndSelf().Any(o => MayThrow(o) || IsOfPlace(o)) ? [bare] : [],
        IBinaryOperation { OperatorMethod.ContainingType.Name: nameof(Answer) or nameof(Contradictions) } both =>
            new[] { Bare(both.LeftOperand), Bare(both.RightOperand) }.Where(Branches),
        IInvocationOperation { TargetMethod.ContainingType.Name: nameof(Conclusion) } step => step.Arguments
            .Where(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: nameof(Answer) })
            .Select(a => Bare(a.Value)).Where(Branches),
        _ => [],
    };

    // What joins answers is not asked by itself: each of those that it joins is.
    private static bool Branches(IOperation operand) =>
        operand is not IBinaryOperation { OperatorMethod.ContainingType.Name: nameof(Answer) or nameof(Contradictions) }
        && operand.DescendantsAndSelf().Any(o => o is IConditionalOperation or ISwitchExpressionOperation
            or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction });

    // What a place leaves blank cannot be asked for.
    private static bool IsOfPlace(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.ContainingType.BaseType.Name: nameof(PlaceContext) };

    private static IEnumerable<IOperation> Operands(IOperation operation) => operation switch
    {
        IBinaryOperation both when IsVerdicts(both) => [Bare(both.LeftOperand), Bare(both.RightOperand)],
        IInvocationOperation { TargetMethod.Name: nameof(RuleContext.When) } call => call.Arguments
            .Where(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: nameof(Verdict) }).Select(a => Bare(a.Value)),
        _ => [],
    };

    private static IOperation Bare(IOperation operand) => operand switch
    {
        IConversionOperation conversion => Bare(conversion.Operand),
        IParenthesizedOperation inner => Bare(inner.Operand),
        _ => operand,
    };

    private static bool IsVerdicts(IOperation operation) => operation is IBinaryOperation
    {
        OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or,
        OperatorMethod.ContainingType.Name: nameof(Verdict) or nameof(Comparison),
    };

    // What combines verdicts fails only where its own operands do, and each of those is asked by itself.
    private static bool MayFail(IOperation operand) => !IsVerdicts(operand)
        && operand is not IInvocationOperation { TargetMethod.Name: nameof(RuleContext.When) or nameof(RuleContext.EachItem) }
        && operand.DescendantsAndSelf().Any(MayThrow);

    private static bool MayThrow(IOperation operation) => operation switch
    {
        { ConstantValue.HasValue: true } => false,
        IBinaryOperation { Type.SpecialType: SpecialType.System_Decimal } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } => true,
        // Branching on a figure that does not decide ends what branches.
        IConditionalOperation choice => choice.Condition.DescendantsAndSelf().Any(o => o.Type?.Name == nameof(Comparison)),
        ISwitchExpressionOperation choice => !choice.Arms.Any(a => a is { Pattern: IDiscardPatternOperation, Guard: null }),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } => true,
        _ => false,
    };
}
