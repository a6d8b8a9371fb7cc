using System.Collections.Frozen;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IndicatorRules.Compiler.Subset;

/// <summary>
/// The closed lists of allowed syntax kinds, operation kinds, and members by documentation id with their cost. Everything else is rejected.
/// </summary>
internal static class AllowList
{
    internal static FrozenSet<SyntaxKind> Syntax { get; } = Lines("syntax.allowed.txt").Select(Enum.Parse<SyntaxKind>).ToFrozenSet();

    internal static FrozenSet<OperationKind> Operations { get; } =
        Lines("operations.allowed.txt").Select(Enum.Parse<OperationKind>).ToFrozenSet();

    /// <summary>The cost of one use in steps, by documentation id.</summary>
    internal static FrozenDictionary<string, long> Symbols { get; } = Lines("symbols.allowed.txt")
        .Select(l => l.Split(' '))
        .ToFrozenDictionary(l => l[0], l => long.Parse(l[1], CultureInfo.InvariantCulture));

    private static string[] Lines(string name)
    {
        using var stream = typeof(AllowList).Assembly.GetManifestResourceStream($"subset/{name}")
            ?? throw new InvalidOperationException($"The compiler carries no list `{name}`.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
