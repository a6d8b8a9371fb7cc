using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler;

/// <summary>Evaluates constant expressions: constants, locals that are assigned once, and arithmetic on these.</summary>
internal sealed class ConstantValue(SemanticModel model)
{
    internal decimal? Of(IOperation? operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: decimal value } } => value,
        { ConstantValue: { HasValue: true, Value: int value } } => value,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConversionOperation { OperatorMethod.ContainingType.SpecialType: SpecialType.System_Decimal } conversion => Of(conversion.Operand),
        IParenthesizedOperation inner => Of(inner.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } minus => -Of(minus.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Plus } plus => Of(plus.Operand),
        IBinaryOperation binary when Of(binary.LeftOperand) is { } left && Of(binary.RightOperand) is { } right =>
            Result(binary.OperatorKind, left, right),
        ILocalReferenceOperation { Local: var local } when Fixed(local) is { } value => Of(model.GetOperation(value)),
        _ => null,
    };

    /// <summary>The initializer of a local that is never reassigned; otherwise null.</summary>
    internal ExpressionSyntax? Fixed(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is not VariableDeclaratorSyntax { Initializer.Value: { } value } declared)
        {
            return null;
        }

        var changed = declared.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(a => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(a.Left).Symbol, local)) ?? true;
        return changed ? null : value;
    }

    private static decimal? Result(BinaryOperatorKind kind, decimal left, decimal right)
    {
        try
        {
            return kind switch
            {
                BinaryOperatorKind.Add => left + right,
                BinaryOperatorKind.Subtract => left - right,
                BinaryOperatorKind.Multiply => left * right,
                BinaryOperatorKind.Divide => left / right,
                BinaryOperatorKind.Remainder => left % right,
                _ => null,
            };
        }
        catch (ArithmeticException)
        {
            // The operation fails whenever it runs, which the report says.
            return null;
        }
    }
}
