using System.Collections.Immutable;
using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>
/// For generated code: calls the functions that a scheme declares, by their place among them. Scripts say <c>Functions.…</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeclaredFunction
{
    /// <summary>Of one figure.</summary>
    public static Figure Call(int function, Figure a) => Of(function, [a]);

    /// <summary>Of two figures.</summary>
    public static Figure Call(int function, Figure a, Figure b) => Of(function, [a, b]);

    /// <summary>Of three figures.</summary>
    public static Figure Call(int function, Figure a, Figure b, Figure c) => Of(function, [a, b, c]);

    /// <summary>Of four figures.</summary>
    public static Figure Call(int function, Figure a, Figure b, Figure c, Figure d) => Of(function, [a, b, c, d]);

    private static Figure Of(int function, ImmutableArray<Figure> from) => Figure.WorkedOut(from[0].Owner.Functions[function], from);
}
