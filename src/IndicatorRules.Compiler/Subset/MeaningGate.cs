using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler.Subset;

/// <summary>
/// Validates the meaning of texts against <see cref="AllowList"/>: every operation, member and conversion, including those that the
/// compiler inserts. Everything unknown is rejected.
/// </summary>
internal sealed class MeaningGate(SemanticModel model, ScriptSource source, CancellationToken cancellationToken)
{
    internal IEnumerable<CompileFault> Validate()
    {
        foreach (var method in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (method.Body is not { } body || source.Find(method.SpanStart) is not var (unit, _))
            {
                continue;
            }

            foreach (var fault in Validate(body, unit))
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<CompileFault> Validate(BlockSyntax body, int unit)
    {
        if (model.GetOperation(body, cancellationToken) is not { } root)
        {
            yield return Fault(unit, body, FaultId.Symbol, "?");
            yield break;
        }

        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder, Type.SpecialType: SpecialType.System_Int32,
                })
            {
                yield return Fault(unit, operation.Syntax, FaultId.WholeDivision, source.Authored(operation.Syntax));
            }
            else if (Grouped(operation) is { } number)
            {
                yield return Fault(unit, operation.Syntax, FaultId.NumberForm, number);
            }
            else if (Refused(operation) is { } word)
            {
                yield return Fault(unit, operation.Syntax, FaultId.Symbol, word);
            }
        }

        foreach (var (name, at) in Shadows(body))
        {
            yield return Fault(unit, at, FaultId.Shadow, name);
        }

        if (CallGraph.Circle(root) is { } circle)
        {
            yield return Fault(unit, circle.Syntax, FaultId.Recursion, circle.Symbol.Name);
        }
    }

    // In AtLeast(1,000), the second number would be taken for the optional line argument.
    private static string? Grouped(IOperation operation) =>
        operation is IArgumentOperation
        {
            ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "line", Syntax: ArgumentSyntax { NameColon: null } second,
        }
        && second.ToFullString() is { Length: 3 } thousand && thousand.All(char.IsAsciiDigit)
        && second.Parent is ArgumentListSyntax { Arguments: [.., { Expression: LiteralExpressionSyntax first }, _] }
            ? $"{first},{thousand}"
            : null;

    private static string? Refused(IOperation operation) => !AllowList.Operations.Contains(operation.Kind)
        ? Word(operation)
        : operation switch
        {
            ILiteralOperation { Type.SpecialType: var type } when !IsNumberOrTruth(type) && type != SpecialType.System_String =>
                Word(operation),
            { Type.SpecialType: SpecialType.System_Double or SpecialType.System_Single } => Word(operation),
            IInvocationOperation call => Symbol(call.TargetMethod),
            IPropertyReferenceOperation property => Symbol(property.Property),
            IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } field } => Symbol(field),
            IFieldReferenceOperation field => field.Field.Name,
            IBinaryOperation { OperatorMethod: { } method } => Symbol(method),
            IBinaryOperation binary when !IsBuiltIn(binary) => Word(binary),
            // Constants are compiled in; matching any other string would call into the platform.
            IConstantPatternOperation { InputType.SpecialType: SpecialType.System_String } pattern => Word(pattern),
            ISwitchOperation { Value.Type.SpecialType: SpecialType.System_String } chosen => Word(chosen.Value),
            ISwitchExpressionOperation { Value.Type.SpecialType: SpecialType.System_String } chosen => Word(chosen.Value),
            ISingleValueCaseClauseOperation { Value.Type.SpecialType: SpecialType.System_String } clause => Word(clause),
            IUnaryOperation { OperatorMethod: { } method } => Symbol(method),
            IConversionOperation { OperatorMethod: { } method } => Symbol(method),
            IConversionOperation conversion => Converted(conversion),
            ISimpleAssignmentOperation { Target: not ILocalReferenceOperation } assignment => assignment.Target.Syntax.ToString(),
            ILocalReferenceOperation { Type: { } type } local when !IsValue(type) => local.Local.Name,
            // Only the compiler fills in the line argument, so that reasons point at the right line.
            IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "line" } argument => argument.Syntax.ToString(),
            IDelegateCreationOperation { Target: not IAnonymousFunctionOperation } made => made.Syntax.ToString(),
            IInstanceReferenceOperation { IsImplicit: false } self => self.Syntax.ToString(),
            IBranchOperation { BranchKind: not BranchKind.Break } branch => branch.Syntax.ToString(),
            IDefaultValueOperation { IsImplicit: false } value => value.Syntax.ToString(),
            _ => null,
        };

    // Built-in operators are allowed on numbers, booleans and enums; others call into the platform or compare references.
    private static bool IsBuiltIn(IBinaryOperation binary) => binary.ConstantValue.HasValue
        || (IsOfNumbers(binary.LeftOperand.Type) && IsOfNumbers(binary.RightOperand.Type));

    private static bool IsOfNumbers(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } || (type is not null && IsNumberOrTruth(type.SpecialType));

    private static bool IsNumberOrTruth(SpecialType type) =>
        type is SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Boolean;

    // Properties, enum members and declared functions of generated types belong to the scheme, local functions to the author. All other
    // members must be on the list.
    private static string? Symbol(ISymbol symbol)
    {
        var definition = symbol.OriginalDefinition;
        var own = definition.Locations.Any(l => l.IsInSource)
            && (definition is IPropertySymbol or IFieldSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }
                || IsFunction(definition));
        return own || AllowList.Symbols.ContainsKey(Id(definition)) ? null : symbol.Name;
    }

    /// <summary>Whether it is a declared function. An author cannot create a type that matches.</summary>
    internal static bool IsFunction(ISymbol definition) => definition is IMethodSymbol
    {
        MethodKind: MethodKind.Ordinary, IsStatic: true,
        ContainingType:
        {
            Name: GeneratedNames.Functions, IsStatic: true, DeclaredAccessibility: Accessibility.Private,
            ContainingType.ContainingType.IsScriptClass: true,
        },
    };

    internal static string Id(ISymbol definition) => definition.GetDocumentationCommentId() ?? "?";

    // A conversion without a user-defined operator may be an identity, a numeric widening, or an upcast to Figure.
    private static string? Converted(IConversionOperation conversion) => conversion switch
    {
        { Conversion: { IsIdentity: true } } => null,
        { Conversion: { IsImplicit: true, IsNumeric: true } } => null,
        { Conversion: { IsImplicit: true, IsReference: true }, Type.Name: nameof(Contract.Rules.Figure) } => null,
        { IsImplicit: true, Operand: IAnonymousFunctionOperation } => null,
        { IsImplicit: true, Conversion.Exists: true, Operand: ISwitchExpressionOperation } => null,
        _ => conversion.Type?.Name ?? "?",
    };

    private static bool IsValue(ITypeSymbol type) => IsOfNumbers(type)
        || type.Name is nameof(Verdict) or nameof(Contract.Rules.Comparison) or nameof(Contract.Rules.Figure)
            or nameof(Contract.Rules.Since) or nameof(Contract.Rules.StateId) or nameof(Contract.Readings.Ratio)
            or nameof(Contract.Quantities.Quantity) or nameof(Contract.Quantities.Answer)
            or nameof(Contract.Checks.Contradictions) or nameof(Contract.Conclusions.Conclusion) or nameof(Contract.Conclusions.GradeId);

    private static string Word(IOperation operation) =>
        operation.Syntax.ToString() is { Length: > 60 } text ? text[..57] + "..." : operation.Syntax.ToString();

    // A local with the name of a word would mislead the next reader.
    private IEnumerable<(string Name, SyntaxNode At)> Shadows(BlockSyntax body)
    {
        foreach (var node in body.DescendantNodes())
        {
            var name = node switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                ParameterSyntax parameter => parameter.Identifier.ValueText,
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                _ => null,
            };
            // Looked up outside the body, where locals do not hide it.
            if (name is not null && !model.LookupSymbols(body.Parent!.SpanStart, name: name).IsEmpty)
            {
                yield return (name, node);
            }
        }
    }

    private CompileFault Fault(int unit, SyntaxNode at, string id, string word) =>
        new(unit, source.Find(at.SpanStart)?.Offset ?? 0, id, [word]);
}
