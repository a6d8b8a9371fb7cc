using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>A choice, or a part of the shares, of a place attribute. Immutable.</summary>
/// <param name="Id">The id in scripts: <c>SemiHumid</c>.</param>
/// <param name="Text">The name.</param>
/// <param name="Also">Synonyms.</param>
public sealed record Choice(string Id, LocalizedText Text, ImmutableArray<string> Also)
{
    /// <summary>Whether words in a facts file mean this choice.</summary>
    public bool Answers(string words) => words == Id || words == Text.Zh || words == Text.En || Also.Contains(words);
}
