using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IndicatorRules.Compiler.Subset;

/// <summary>The calls among the local functions of a text.</summary>
internal static class CallGraph
{
    /// <summary>A local function that takes part in a recursion; null if there is none.</summary>
    internal static ILocalFunctionOperation? Circle(IOperation root)
    {
        var functions = Functions(root);
        var calls = functions.ToDictionary(f => f.Key, f => Called(f.Value), SymbolEqualityComparer.Default);
        var done = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        // Each round removes a function that calls only removed ones. The rest is recursive.
        while (calls.Keys.FirstOrDefault(f => !done.Contains(f!) && calls[f!].TrueForAll(done.Contains)) is { } ended)
        {
            done.Add(ended);
        }

        return functions.Values.FirstOrDefault(f => !done.Contains(f.Symbol));
    }

    internal static Dictionary<ISymbol, ILocalFunctionOperation> Functions(IOperation root) =>
        root.Descendants().OfType<ILocalFunctionOperation>().ToDictionary(f => (ISymbol)f.Symbol, f => f, SymbolEqualityComparer.Default);

    private static List<ISymbol> Called(ILocalFunctionOperation function) =>
    [
        .. function.Descendants().OfType<IInvocationOperation>()
            .Where(c => c.TargetMethod.MethodKind == MethodKind.LocalFunction)
            .Select(c => (ISymbol)c.TargetMethod),
    ];
}
