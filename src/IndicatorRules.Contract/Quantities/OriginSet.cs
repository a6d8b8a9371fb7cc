using System.Collections.Immutable;

namespace IndicatorRules.Contract.Quantities;

/// <summary>Joins the places that two quantities rest on: each once, in a fixed order, no more than anyone reads.</summary>
internal static class OriginSet
{
    // A script may add a figure to itself without end; its places must not grow with it.
    internal const int Most = 64;

    internal static ImmutableArray<Origin> Union(ImmutableArray<Origin> a, ImmutableArray<Origin> b)
    {
        if (a.IsEmpty || a == b)
        {
            return b;
        }

        if (b.IsEmpty)
        {
            return a;
        }

        var all = ImmutableArray.CreateBuilder<Origin>(Math.Min(a.Length + b.Length, Most));
        for (int i = 0, j = 0; (i < a.Length || j < b.Length) && all.Count < Most;)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : Origin.Compare(a[i], b[j]);
            all.Add(order <= 0 ? a[i] : b[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return all.ToImmutable();
    }
}
