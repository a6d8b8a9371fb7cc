using IndicatorRules.Compiler.Sources;
using IndicatorRules.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IndicatorRules.Compiler;

/// <summary>Lists the words that a script may use at a position: those of the context, without those of the platform.</summary>
internal static class ScriptWords
{
    internal static IReadOnlyList<string> At(SemanticModel model, int position) => Spoken(model.LookupSymbols(position));

    internal static IReadOnlyList<string> Of(SemanticModel model, ITypeSymbol? type, int position) =>
        type is null ? [] : Spoken(model.LookupSymbols(position, type));

    /// <summary>Describes the receiver of an unknown member without naming generated types.</summary>
    internal static LocalizedText Describe(string receiver) => receiver switch
    {
        "Items" => new("本指标的分项中", "the indicator's items"),
        "Place" => new("行政区属性中", "the place's attributes"),
        "State" => new("本指标的状态中", "the indicator's states"),
        "Indicators" => new("体系的指标中", "the scheme's indicators"),
        "Domains" => new("体系的领域中", "the scheme's domains"),
        "Kinds" => new("体系的指标属性中", "the scheme's kinds of rows"),
        "Background" => new("体系的背景数据中", "the scheme's background figures"),
        "Functions" => new("体系声明的函数中", "the functions that the scheme declares"),
        "Grade" => new("体系的等级中", "the scheme's grades"),
        var other => new($"`{other}` ", $"the members of `{other}`"),
    };

    private static List<string> Spoken(IEnumerable<ISymbol> symbols) =>
    [
        .. symbols
            .Where(s => !GeneratedNames.IsGenerated(s.Name) && s.CanBeReferencedByName
                && s.DeclaredAccessibility != Accessibility.Protected)
            .Where(s => s.Name is not (nameof(Equals) or nameof(GetHashCode) or nameof(ToString) or nameof(Verdict.Reason)))
            .Where(s => s.ContainingType?.SpecialType != SpecialType.System_Object && s.ContainingType?.TypeKind != TypeKind.Delegate)
            .Where(s => s is not INamespaceSymbol && !Platform(s))
            .Select(s => s.Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static bool Platform(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
