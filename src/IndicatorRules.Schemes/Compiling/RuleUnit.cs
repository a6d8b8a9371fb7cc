using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>One script text on its way to the compiler. Immutable.</summary>
/// <param name="Code">The author's C#.</param>
/// <param name="File">Its file, for the line numbers that reasons show.</param>
/// <param name="Line">The line it starts on.</param>
/// <param name="IsExpression">True for a rule in JSON, which is one expression; false for a .csx file, which may be a body.</param>
public sealed record RuleUnit(string Code, string File, int Line, bool IsExpression)
{
    internal static RuleUnit From(RuleText text) =>
        new(text.Code, text.File, text.Line, !text.File.EndsWith(".csx", StringComparison.Ordinal));
}
