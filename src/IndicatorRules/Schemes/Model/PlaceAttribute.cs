using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Schemes.Model;

/// <summary>An attribute that a scheme requires of a place. Facts without it are reported before any rule runs. Immutable.</summary>
public sealed class PlaceAttribute
{
    internal PlaceAttribute(string id, AttributeKind kind, LocalizedText name, ImmutableArray<Choice> choices) =>
        (Id, Kind, Name, Choices) = (id, kind, name, choices);

    /// <summary>The id in scripts and facts: <c>Climate</c>.</summary>
    public string Id { get; }

    /// <summary>The type.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The name.</summary>
    public LocalizedText Name { get; }

    /// <summary>The choices, or the parts of the shares; empty for a number.</summary>
    public ImmutableArray<Choice> Choices { get; }
}

/// <summary>A choice, or a part of the shares, of a place attribute. Immutable.</summary>
public sealed class Choice
{
    internal Choice(string id, LocalizedText text, ImmutableArray<string> also) => (Id, Text, Also) = (id, text, also);

    /// <summary>The id in scripts: <c>SemiHumid</c>.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public LocalizedText Text { get; }

    /// <summary>Synonyms.</summary>
    public ImmutableArray<string> Also { get; }

    /// <summary>Whether words in a facts file mean this choice.</summary>
    public bool Answers(string words) => Is(words)
        || FoldedName.Same(words, Text.Zh) || FoldedName.Same(words, Text.En) || Also.Any(a => FoldedName.Same(words, a));

    /// <summary>Whether words are exactly its id or one of its names.</summary>
    internal bool Is(string words) => words == Id || words == Text.Zh || words == Text.En || Also.Contains(words);
}
