using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace IndicatorRules.Compiler;

/// <summary>Turns Roslyn's errors into faults in the terms of rules.</summary>
internal static class ScriptFaults
{
    private static readonly LocalizedText OtherKind = new("结果不是所要的那一种。", "The result has the wrong type.");

    internal static CompileFault Syntax(int unit, int offset, Diagnostic error) =>
        new(unit, offset, FaultId.Syntax, [CompilerMessages.Of(error)]);

    /// <summary>A text that is neither a single expression nor a method body.</summary>
    internal static CompileFault NotAlone(int unit) => new(
        unit, 0, FaultId.Syntax,
        [new("这不是一个完整的表达式或规则体。", "This is not one whole expression or body.")]);

    internal static CompileFault Directive(int unit, int offset) =>
        new(unit, offset, FaultId.Directive, []);

    internal static CompileFault Semantic(Diagnostic error, SemanticModel model, ScriptSource source)
    {
        var span = error.Location.SourceSpan;
        if (source.Find(span.Start) is not var (unit, offset))
        {
            return new CompileFault(0, 0, FaultId.Internal, [$"{error.Id} {CompilerMessages.Of(error).En}"]);
        }

        var node = model.SyntaxTree.GetRoot().FindNode(span, getInnermostNodeForTie: true);
        var word = node.ToString();
        return error.Id switch
        {
            "CS0103" or "CS0246" => Unknown(unit, offset, word, ScriptWords.At(model, span.Start)),
            "CS1061" or "CS0117" or "CS0122" => UnknownMember(unit, offset, node, model, source, error),
            "CS1501" or "CS1503" or "CS7036" or "CS1739" or "CS1929" => new(
                unit, offset, FaultId.Arguments, [Called(node), CompilerMessages.Of(error)]),
            "CS0029" when IsBranch(node, model) => new(unit, offset, FaultId.AnswerBranch, [source.Authored(node)]),
            "CS0029" or "CS0266" or "CS0161" or "CS8506" => new(
                unit, offset, source.Wanted(unit),
                [source.IsRule(unit) || error.Id is not ("CS0029" or "CS0266") ? CompilerMessages.Of(error) : OtherKind]),
            "CS0019" when Uncalled(node, model) is { } name && source.Find(name.SpanStart) is var (_, at) => new(
                unit, at, FaultId.Arguments, [name.ToString(), new("后面少了 `()`。", "Its brackets `()` are missing.")]),
            "CS0019" or "CS0023" or "CS0217" or "CS0218" => new(
                unit, offset, FaultId.Operator, [Operator(node)]),
            _ => new(unit, offset, FaultId.Other, [error.Id, CompilerMessages.Of(error)]),
        };
    }

    // The side of an operator that names a word without calling it: `& Improving`.
    private static ExpressionSyntax? Uncalled(SyntaxNode node, SemanticModel model) => node is not BinaryExpressionSyntax both ? null
        : !model.GetMemberGroup(both.Right).IsEmpty ? both.Right : !model.GetMemberGroup(both.Left).IsEmpty ? both.Left : null;

    // An answer may be undecided, so it cannot be a condition.
    private static bool IsBranch(SyntaxNode node, SemanticModel model) =>
        model.GetTypeInfo(node).Type?.Name == nameof(Answer)
        && node.Parent switch
        {
            ConditionalExpressionSyntax choice => choice.Condition == node,
            IfStatementSyntax => true,
            _ => false,
        };

    private static CompileFault Unknown(int unit, int offset, string word, IReadOnlyList<string> words) =>
        new(unit, offset, FaultId.UnknownWord, [word], Nearest.To(word, words));

    private static CompileFault UnknownMember(
        int unit, int offset, SyntaxNode node, SemanticModel model, ScriptSource source, Diagnostic error)
    {
        var access = node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>();
        if (access is null)
        {
            return new CompileFault(unit, offset, FaultId.Other, [error.Id, CompilerMessages.Of(error)]);
        }

        var type = model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol;
        var members = ScriptWords.Of(model, type, access.SpanStart);
        var word = access.Name.Identifier.ValueText;
        return new CompileFault(
            unit, offset, FaultId.UnknownMember,
            [ScriptWords.Describe(source.Authored(access.Expression)), word, string.Join(' ', members.Select(m => $"`{m}`"))],
            Nearest.To(word, members));
    }

    private static string Called(SyntaxNode node) =>
        node.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression.ToString() ?? node.ToString();

    private static string Operator(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken.Text,
        PrefixUnaryExpressionSyntax unary => unary.OperatorToken.Text,
        _ => node.ToString(),
    };
}
