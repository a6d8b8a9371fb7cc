using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Who asks for an upper scheme, and for which versions. Immutable.</summary>
/// <param name="Base">What is asked for.</param>
/// <param name="AskedBy">The ids from the lowest scheme down to the one that asks.</param>
internal sealed record BaseAsk(BaseReference Base, ImmutableArray<string> AskedBy)
{
    /// <summary>Whether it asks for a scheme that it serves: a circle.</summary>
    internal bool Closes => AskedBy.Contains(Base.Id);

    internal string Chain => string.Join(" → ", AskedBy.Add(Base.Id));

    /// <summary>Who asks for what, as a list; empty where nobody does.</summary>
    internal static LocalizedText Told(IEnumerable<BaseAsk> asks)
    {
        var told = asks.Select(a => $"{a.Chain} {a.Base.Range}").ToList();
        return new(string.Join("；", told), string.Join("; ", told));
    }

    /// <summary>The same in brackets, to stand at the end of a sentence.</summary>
    internal static LocalizedText Aside(IEnumerable<BaseAsk> asks) => Told(asks) is { En.Length: > 0 } told ? new($"（{told.Zh}）", $" ({told.En})") : LocalizedText.Empty;
}
