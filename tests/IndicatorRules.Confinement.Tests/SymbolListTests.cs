using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Confinement.Tests;

/// <summary>Every member that rules may use is there and public, and costs something.</summary>
public class SymbolListTests
{
    private static readonly CSharpCompilation Compilation = CSharpCompilation.Create("lists", references: ScriptReferences.All);

    [Fact]
    public void Members_AreThereAndPublic() => Assert.Empty(Members().Where(m => !IsPublic(m.Id)).Select(m => m.Id));

    [Fact]
    public void Members_CostAStepAtLeast() => Assert.Empty(Members().Where(m => m.Steps < 1).Select(m => m.Id));

    [Fact]
    public void Members_StandOnce() => Assert.Equal(Members().Count, Members().Select(m => m.Id).Distinct().Count());

    [Fact]
    public void Members_OfThePlatform_AreThoseOfDecimalAlone() => Assert.DoesNotContain(
        Members().Select(m => m.Id[2..]),
        id => id.StartsWith("System.", StringComparison.Ordinal) && !id.StartsWith("System.Decimal.op_", StringComparison.Ordinal));

    private static List<(string Id, long Steps)> Members() =>
        [.. SubsetLists.Lines("symbols.allowed.txt").Select(l => l.Split(' '))
            .Select(l => (l[0], long.Parse(l[1], System.Globalization.CultureInfo.InvariantCulture)))];

    private static bool IsPublic(string id)
    {
        for (var symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(
            id, Compilation); symbol is not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is null || symbol.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return true;
    }
}
