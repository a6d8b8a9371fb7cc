using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler.Sources;

/// <summary>Validates the numbers of a script: they must be plain digits that a decimal holds exactly.</summary>
internal static partial class ScriptNumbers
{
    internal static IEnumerable<CompileFault> Validate(SyntaxNode parsed, int prefix, int unit)
    {
        foreach (var token in parsed.DescendantTokens().Where(t => t.IsKind(SyntaxKind.NumericLiteralToken)))
        {
            // In `5.` the point starts a member access without a name.
            var isCut = token.Parent?.Parent is MemberAccessExpressionSyntax { Name.IsMissing: true };
            var wrong = isCut || !(WrittenPattern().IsMatch(token.Text) || IsOfOtherBase(token)) ? FaultId.NumberForm
                : !IsOfOtherBase(token) && !ExactDecimal.TryParse(Digits(token), out _) ? FaultId.Number
                : null;
            if (wrong is not null)
            {
                yield return new CompileFault(
                    unit, Math.Max(0, token.SpanStart - prefix), wrong, [isCut ? $"{token.Text}." : token.Text.TrimEnd('m', 'M')]);
            }
        }
    }

    /// <summary>Whether the literal needs the suffix `m` to be a decimal.</summary>
    internal static bool IsDecimal(SyntaxToken token) => token.IsKind(SyntaxKind.NumericLiteralToken) && char.IsAsciiDigit(token.Text[^1])
        && !IsOfOtherBase(token) && !int.TryParse(Digits(token), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Digits(SyntaxToken token) => token.Text.TrimEnd('m', 'M').Replace("_", "", StringComparison.Ordinal);

    private static bool IsOfOtherBase(SyntaxToken token) =>
        token is { Value: int, Text: ['0', 'x' or 'X' or 'b' or 'B', ..] };

    [GeneratedRegex(@"^(\d[\d_]*)?(\.\d[\d_]*)?([eE][+-]?\d[\d_]*)?[mM]?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex WrittenPattern();
}
