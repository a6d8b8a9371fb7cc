using IndicatorRules.Compiler.Sources;
using IndicatorRules.Compiler.Subset;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>Parses each text separately, so that none can close a bracket that it did not open.</summary>
internal static class ScriptParser
{
    internal static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp9, DocumentationMode.None, SourceCodeKind.Script);

    private const string Open = "(\n";
    private const string Head = "Verdict M()\n{\n";

    /// <summary>The text, ready to be put into a method; null if it is faulty, with the faults added to the list.</summary>
    internal static (ScriptText Text, bool IsExpression)? Parse(RuleUnit unit, int index, Layers layers, List<CompileFault> faults)
    {
        if (layers.HasFlag(Layers.Lexical) && LexicalGate.Validate(unit.Code, index) is { } refused)
        {
            faults.Add(refused);
            return null;
        }

        var expression = Alone(Open, unit.Code, "\n)");
        var isExpression = unit.IsExpression || expression.Errors.Count == 0;
        var parsed = isExpression ? expression : Alone(Head, unit.Code, "\n}");
        return Validated(unit.Code, parsed, index, layers, faults) is { } text ? (text, isExpression) : null;
    }

    // Our brackets turn a valid text into a single member. A text that closes them early yields several members or errors.
    private static Parsed Alone(string open, string code, string close)
    {
        var tree = CSharpSyntaxTree.ParseText(open + code + close, Options);
        var root = tree.GetCompilationUnitRoot();
        // An integer too large for `int` becomes a decimal, so this error does not count.
        var errors = tree.GetDiagnostics().Where(d => d is { Severity: DiagnosticSeverity.Error, Id: not "CS1021" }).ToList();
        var isAlone = root.Members.Count == 1 && root.Usings.Count + root.AttributeLists.Count + root.Externs.Count == 0;
        var authored = isAlone ? Authored(root.Members[0]) : null;
        return new Parsed(root, authored, open.Length, errors);
    }

    private static SyntaxNode? Authored(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: ParenthesizedExpressionSyntax inner } } =>
            inner.Expression,
        GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement } => statement.Expression,
        MethodDeclarationSyntax { Body: { } body } => body,
        _ => null,
    };

    private static ScriptText? Validated(string code, Parsed parsed, int index, Layers layers, List<CompileFault> faults)
    {
        if (parsed.Root.ContainsDirectives)
        {
            var directive = parsed.Root.DescendantTrivia(descendIntoTrivia: true).First(t => t.IsDirective);
            faults.Add(ScriptFaults.Directive(index, Math.Max(0, directive.SpanStart - parsed.Prefix)));
            return null;
        }

        var numbers = ScriptNumbers.Validate(parsed.Root, parsed.Prefix, index).ToList();
        if (parsed.Errors.Count > 0 && numbers.Count > 0)
        {
            faults.AddRange(numbers);
            return null;
        }

        foreach (var error in parsed.Errors)
        {
            faults.Add(ScriptFaults.Syntax(index, Math.Clamp(error.Location.SourceSpan.Start - parsed.Prefix, 0, code.Length), error));
        }

        if (parsed.Errors.Count > 0)
        {
            return null;
        }

        if (parsed.Authored is not { } authored)
        {
            faults.Add(ScriptFaults.NotAlone(index));
            return null;
        }

        var outside = layers.HasFlag(Layers.Syntax) ? SyntaxGate.Validate(authored, parsed.Prefix, index).ToList() : [];
        faults.AddRange(outside);
        if (outside.Count == 0 && layers.HasFlag(Layers.Meaning))
        {
            outside = numbers;
            faults.AddRange(numbers);
        }

        return outside.Count > 0 ? null : new ScriptText(code, authored, parsed.Prefix);
    }

    private sealed record Parsed(CompilationUnitSyntax Root, SyntaxNode? Authored, int Prefix, List<Diagnostic> Errors);
}
