using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A reference to an upper scheme, with the path to it. Immutable.</summary>
/// <param name="Upper">The reference.</param>
/// <param name="AskedBy">The ids from the lowest scheme to the one with the reference.</param>
internal sealed record UpperRequest(UpperReference Upper, ImmutableArray<string> AskedBy)
{
    private const int MostAsks = 8;
    private const int MostLinks = 8;

    /// <summary>Whether it refers to a scheme on its own path, which is a cycle.</summary>
    internal bool Closes => AskedBy.Contains(Upper.Id);

    internal string Chain => Shown(AskedBy.Add(Upper.Id));

    /// <summary>A chain of schemes on one line, with the middle of a long one left out.</summary>
    internal static string Shown(IReadOnlyList<string> chain) => string.Join(
        " → ", chain.Count <= MostLinks ? chain : [.. chain.Take(MostLinks / 2), "…", .. chain.Skip(chain.Count - (MostLinks / 2))]);

    /// <summary>References with their ranges as a list, shortened; empty if there are none.</summary>
    internal static LocalizedText Listed(IEnumerable<UpperRequest> asks)
    {
        var list = asks.Take(MostAsks + 1).Select((a, i) => i == MostAsks ? "…" : $"{a.Chain} {a.Upper.Range}").ToList();
        return new(string.Join("；", list), string.Join("; ", list));
    }

    /// <summary>The same in brackets, to be appended to a sentence.</summary>
    internal static LocalizedText Aside(IEnumerable<UpperRequest> asks) =>
        Listed(asks) is { En.Length: > 0 } list ? new($"（{list.Zh}）", $" ({list.En})") : LocalizedText.Empty;
}
