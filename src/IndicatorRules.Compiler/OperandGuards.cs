using System.Globalization;
using System.Text;
using IndicatorRules.Compiler.Sources;
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
/// Wraps operands that may throw into lambdas, so that they are evaluated separately: an exception would otherwise unwind the whole rule
/// and lose the results of the other operands.
/// </summary>
/// <remarks>
/// In rules these are the operands of <c>&amp;</c>, <c>|</c> and <c>When</c>; in conclusions and checks, every computed number and every
/// branching answer. Runs after all validation. Rules that cannot throw are left unchanged.
/// </remarks>
internal static class OperandGuards
{
    /// <summary>The source with the lambdas inserted; null if no operand needs one.</summary>
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

        var inserts = operands
            .Select((o, i) => (At: o.Start, Depth: -o.Length, Text: $"Operand(__o{i.ToString(CultureInfo.InvariantCulture)} => "))
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

    // Computed numbers are wrapped where they become a quantity, answers where they are arguments of a step or of an operator.
    private static IEnumerable<IOperation> OfWhole(IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod.ContainingType.Name: nameof(Quantity), Operand: var number } =>
            Bare(number) is var bare && bare.DescendantsAndSelf().Any(o => MayThrow(o) || IsOfPlace(o)) ? [bare] : [],
        IBinaryOperation { OperatorMethod.ContainingType.Name: nameof(Answer) or nameof(Contradictions) } both =>
            new[] { Bare(both.LeftOperand), Bare(both.RightOperand) }.Where(Branches),
        IInvocationOperation { TargetMethod.ContainingType.Name: nameof(Conclusion) } step => step.Arguments
            .Where(a => a is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: nameof(Answer) })
            .Select(a => Bare(a.Value)).Where(Branches),
        IInvocationOperation { TargetMethod.ContainingType.Name: nameof(Outcome) } word
            when word.Arguments.Any(a => a.Value.DescendantsAndSelf().Any(o => MayThrow(o) || IsOfPlace(o))) => [word],
        _ => [],
    };

    // An operator on answers is not wrapped: its operands are.
    private static bool Branches(IOperation operand) =>
        operand is not IBinaryOperation { OperatorMethod.ContainingType.Name: nameof(Answer) or nameof(Contradictions) }
        && operand.DescendantsAndSelf().Any(o => o is IConditionalOperation or ISwitchExpressionOperation
            or IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction });

    // Reading an attribute that a place leaves blank throws.
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

    // An operator on verdicts throws only if its operands do, and these are wrapped.
    private static bool MayFail(IOperation operand) => !IsVerdicts(operand)
        && operand is not IInvocationOperation
        {
            TargetMethod.Name: nameof(RuleContext.When) or nameof(RuleContext.EachItem) or nameof(Figure.EachYear),
        }
        && operand.DescendantsAndSelf().Any(MayThrow);

    private static bool MayThrow(IOperation operation) => operation switch
    {
        { ConstantValue.HasValue: true } => false,
        IBinaryOperation { Type.SpecialType: SpecialType.System_Decimal } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } => true,
        // Branching on an undecided comparison throws.
        IConditionalOperation choice => choice.Condition.DescendantsAndSelf().Any(o => o.Type?.Name == nameof(Comparison)),
        ISwitchExpressionOperation choice => !choice.Arms.Any(a => a is { Pattern: IDiscardPatternOperation, Guard: null }),
        IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } => true,
        _ => false,
    };
}
