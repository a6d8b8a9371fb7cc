using IndicatorRules.Contract;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace IndicatorRules.Compiler;

/// <summary>Says what Roslyn found in the words of rules.</summary>
internal static class ScriptFaults
{
    private static readonly LocalizedText OtherKind = new("结果不是所要的那一种。", "The result is of another kind.");

    internal static CompileFault Syntax(int unit, int offset, Diagnostic error) =>
        new(unit, offset, DiagnosticCatalog.ScriptSyntax.Id, [CompilerMessages.Of(error)]);

    /// <summary>A text that is neither one expression nor one body.</summary>
    internal static CompileFault NotAlone(int unit) => new(
        unit, 0, DiagnosticCatalog.ScriptSyntax.Id, [new("这不是一个完整的表达式或规则体。", "This is not one whole expression or body.")]);

    internal static CompileFault Directive(int unit, int offset) =>
        new(unit, offset, DiagnosticCatalog.ScriptDirective.Id, []);

    internal static CompileFault Semantic(Diagnostic error, SemanticModel model, ScriptSource source)
    {
        var span = error.Location.SourceSpan;
        if (source.Find(span.Start) is not var (unit, offset))
        {
            return new CompileFault(0, 0, DiagnosticCatalog.Internal.Id, [$"{error.Id} {CompilerMessages.Of(error).En}"]);
        }

        var node = model.SyntaxTree.GetRoot().FindNode(span, getInnermostNodeForTie: true);
        var word = node.ToString();
        return error.Id switch
        {
            "CS0103" or "CS0246" => Unknown(unit, offset, word, ScriptWords.At(model, span.Start)),
            "CS1061" or "CS0117" or "CS0122" => UnknownMember(unit, offset, node, model, source, error),
            "CS1501" or "CS1503" or "CS7036" or "CS1739" or "CS1929" => new(
                unit, offset, DiagnosticCatalog.ScriptArguments.Id, [Called(node), CompilerMessages.Of(error)]),
            "CS0029" when IsBranch(node, model) => new(unit, offset, DiagnosticCatalog.ScriptAnswerBranch.Id, [source.Authored(node)]),
            "CS0029" or "CS0266" or "CS0161" or "CS8506" => new(
                unit, offset, source.Wanted(unit).Id, [source.IsRule(unit) || error.Id is not ("CS0029" or "CS0266") ? CompilerMessages.Of(error) : OtherKind]),
            "CS0019" or "CS0023" or "CS0217" or "CS0218" => new(
                unit, offset, DiagnosticCatalog.ScriptOperator.Id, [Operator(node)]),
            _ => new(unit, offset, DiagnosticCatalog.ScriptOther.Id, [error.Id, CompilerMessages.Of(error)]),
        };
    }

    // An answer may be neither yes nor no, so it stands in no `if`.
    private static bool IsBranch(SyntaxNode node, SemanticModel model) =>
        model.GetTypeInfo(node).Type?.Name == nameof(Answer)
        && node.Parent switch
        {
            ConditionalExpressionSyntax choice => choice.Condition == node,
            IfStatementSyntax => true,
            _ => false,
        };

    private static CompileFault Unknown(int unit, int offset, string word, IReadOnlyList<string> words) =>
        new(unit, offset, DiagnosticCatalog.ScriptUnknownWord.Id, [word], Nearest.To(word, words));

    private static CompileFault UnknownMember(int unit, int offset, SyntaxNode node, SemanticModel model, ScriptSource source, Diagnostic error)
    {
        var access = node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>();
        if (access is null)
        {
            return new CompileFault(unit, offset, DiagnosticCatalog.ScriptOther.Id, [error.Id, CompilerMessages.Of(error)]);
        }

        var type = model.GetTypeInfo(access.Expression).Type ?? model.GetSymbolInfo(access.Expression).Symbol as ITypeSymbol;
        var members = ScriptWords.Of(model, type, access.SpanStart);
        var word = access.Name.Identifier.ValueText;
        return new CompileFault(
            unit, offset, DiagnosticCatalog.ScriptUnknownMember.Id,
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
