using System.Collections.Immutable;
using IndicatorRules.Schemes.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>
/// Parses each text alone before it is put among the others, so that none can close a bracket that it did not open.
/// </summary>
internal static class ScriptParser
{
    internal static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp9, DocumentationMode.None);

    private const string Head = "Verdict M()\n{\n";

    /// <summary>The text ready to be put into a method; null when it is wrong, with the faults noted.</summary>
    internal static (ScriptText Text, bool IsExpression)? Parse(RuleUnit unit, int index, List<CompileFault> faults)
    {
        var expression = SyntaxFactory.ParseExpression(unit.Code, options: Options, consumeFullText: true);
        var asExpression = Errors(expression);
        if (unit.IsExpression || asExpression.Count == 0)
        {
            return Checked(unit.Code, expression, 0, asExpression, index, faults) is { } text ? (text, true) : null;
        }

        var method = SyntaxFactory.ParseMemberDeclaration($"{Head}{unit.Code}\n}}", options: Options, consumeFullText: true);
        if (method is null)
        {
            faults.Add(ScriptFaults.Syntax(index, 0, asExpression[0]));
            return null;
        }

        return Checked(unit.Code, method, Head.Length, Errors(method), index, faults) is { } body ? (body, false) : null;
    }

    private static ScriptText? Checked(
        string code, SyntaxNode parsed, int prefix, List<Diagnostic> errors, int index, List<CompileFault> faults)
    {
        if (parsed.ContainsDirectives)
        {
            var directive = parsed.DescendantTrivia(descendIntoTrivia: true).First(t => t.IsDirective);
            faults.Add(ScriptFaults.Directive(index, Math.Max(0, directive.SpanStart - prefix)));
            return null;
        }

        foreach (var error in errors)
        {
            faults.Add(ScriptFaults.Syntax(index, Math.Clamp(error.Location.SourceSpan.Start - prefix, 0, code.Length), error));
        }

        return errors.Count > 0 ? null : new ScriptText(code, parsed, prefix);
    }

    private static List<Diagnostic> Errors(SyntaxNode node) =>
        [.. node.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];
}
