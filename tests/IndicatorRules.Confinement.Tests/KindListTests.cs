using IndicatorRules.Confinement.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Confinement.Tests;

/// <summary>Every kind that the compiler knows is on one of the two lists, so that a newer compiler widens nothing in silence.</summary>
public class KindListTests
{
    [Fact]
    public void SyntaxKinds_StandInOneListEach() => AssertListed<SyntaxKind>("syntax");

    [Fact]
    public void OperationKinds_StandInOneListEach() => AssertListed<OperationKind>("operations");

    // Names that share a value are one kind.
    private static void AssertListed<T>(string list)
        where T : struct, Enum
    {
        var allowed = SubsetLists.Lines($"{list}.allowed.txt");
        var denied = SubsetLists.Lines($"{list}.denied.txt");
        var kinds = Enum.GetNames<T>().GroupBy(Enum.Parse<T>)
            .Where(g => Convert.ToInt64(g.Key, System.Globalization.CultureInfo.InvariantCulture) != 0).ToList();
        Assert.Empty(kinds.Where(k => !k.Any(allowed.Contains) && !k.Any(denied.Contains)).Select(k => $"on no list: {k.Key}"));
        Assert.Empty(kinds.Where(k => k.Any(allowed.Contains) && k.Any(denied.Contains)).Select(k => $"on both lists: {k.Key}"));
        Assert.Empty(allowed.Concat(denied).Where(name => !Enum.TryParse<T>(name, out _)).Select(name => $"no kind: {name}"));
    }
}
