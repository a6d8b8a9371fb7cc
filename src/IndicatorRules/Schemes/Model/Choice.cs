using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>One choice, or one part of the shares, of a place attribute. Immutable.</summary>
/// <param name="Id">The id scripts use: <c>SemiHumid</c>.</param>
/// <param name="Text">Its words.</param>
/// <param name="Also">Other words that mean it.</param>
public sealed record Choice(string Id, LocalizedText Text, ImmutableArray<string> Also)
{
    /// <summary>Whether a facts file means this choice.</summary>
    public bool Answers(string words) => words == Id || words == Text.Zh || words == Text.En || Also.Contains(words);
}
