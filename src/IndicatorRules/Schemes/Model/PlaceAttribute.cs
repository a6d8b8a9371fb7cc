using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Schemes.Model;

/// <summary>An attribute that a scheme requires of a place. Facts without it are reported before any rule runs. Immutable.</summary>
/// <param name="Id">The id in scripts and facts: <c>Climate</c>.</param>
/// <param name="Kind">The type.</param>
/// <param name="Name">The name.</param>
/// <param name="Choices">The choices, or the parts of the shares; empty for a number.</param>
public sealed record PlaceAttribute(string Id, AttributeKind Kind, LocalizedText Name, ImmutableArray<Choice> Choices);

/// <summary>A choice, or a part of the shares, of a place attribute. Immutable.</summary>
/// <param name="Id">The id in scripts: <c>SemiHumid</c>.</param>
/// <param name="Text">The name.</param>
/// <param name="Also">Synonyms.</param>
public sealed record Choice(string Id, LocalizedText Text, ImmutableArray<string> Also)
{
    /// <summary>Whether words in a facts file mean this choice.</summary>
    public bool Answers(string words) => words == Id || words == Text.Zh || words == Text.En || Also.Contains(words)
        || FoldedName.Same(words, Text.Zh) || FoldedName.Same(words, Text.En) || Also.Any(a => FoldedName.Same(words, a));
}
