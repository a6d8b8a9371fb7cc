using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Who asks for an upper scheme, and for which versions. Immutable.</summary>
/// <param name="Upper">What is asked for.</param>
/// <param name="AskedBy">The ids from the lowest scheme down to the one that asks.</param>
internal sealed record UpperRequest(UpperReference Upper, ImmutableArray<string> AskedBy)
{
    private const int MostAsks = 8;
    private const int MostLinks = 8;

    /// <summary>Whether it asks for a scheme that it serves: a circle.</summary>
    internal bool Closes => AskedBy.Contains(Upper.Id);

    internal string Chain => Shown(AskedBy.Add(Upper.Id));

    /// <summary>A chain of schemes in one line; of a long one its two ends.</summary>
    internal static string Shown(IReadOnlyList<string> chain) => string.Join(
        " → ", chain.Count <= MostLinks ? chain : [.. chain.Take(MostLinks / 2), "…", .. chain.Skip(chain.Count - (MostLinks / 2))]);

    /// <summary>Who asks for what, as a list; empty where nothing asks. Of many, the first.</summary>
    internal static LocalizedText Told(IEnumerable<UpperRequest> asks)
    {
        var told = asks.Take(MostAsks + 1).Select((a, i) => i == MostAsks ? "…" : $"{a.Chain} {a.Upper.Range}").ToList();
        return new(string.Join("；", told), string.Join("; ", told));
    }

    /// <summary>The same in brackets, to stand at the end of a sentence.</summary>
    internal static LocalizedText Aside(IEnumerable<UpperRequest> asks) => Told(asks) is { En.Length: > 0 } told ? new($"（{told.Zh}）", $" ({told.En})") : LocalizedText.Empty;
}
