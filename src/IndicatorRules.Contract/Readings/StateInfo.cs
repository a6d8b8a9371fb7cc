using System.Collections.Immutable;

namespace IndicatorRules.Contract.Readings;

/// <summary>A state of an indicator or item, with the words that answer to it. Immutable.</summary>
/// <param name="Id">The id scripts use.</param>
/// <param name="Text">The state as the scheme prints it.</param>
/// <param name="Answers">Every wording that means this state, <paramref name="Text"/> included.</param>
/// <param name="Rank">Its place in the order, lowest first.</param>
public sealed record StateInfo(string Id, LocalizedText Text, ImmutableArray<string> Answers, int Rank)
{
    /// <inheritdoc/>
    public bool Equals(StateInfo? other) => other is not null && Id == other.Id && Text == other.Text && Rank == other.Rank
        && Answers.SequenceEqual(other.Answers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Text, Rank);

    /// <inheritdoc/>
    public override string ToString() => Id;

    private const char Already = '已';

    /// <summary>
    /// The state that words answer to: by its words or its id, 已 before them or not (已建立 is 建立), in any width. Null when they answer
    /// to none.
    /// </summary>
    /// <param name="states">The states, lowest first.</param>
    /// <param name="words">As handed in.</param>
    internal static StateInfo? Of(ImmutableArray<StateInfo> states, string words) =>
        states.IsEmpty ? null : Plainly(states, words) ?? ById(states, words) ?? Folded(states, words);

    private static StateInfo? Plainly(ImmutableArray<StateInfo> states, ReadOnlySpan<char> words, bool isFolded = false) =>
        Exactly(states, words, isFolded)
        ?? (words.Length > 1 && words[0] == Already && !"已未不无没正".Contains(words[1], StringComparison.Ordinal)
            ? Exactly(states, words[1..], isFolded) : null);

    private static StateInfo? Folded(ImmutableArray<StateInfo> states, string words) =>
        words.Length <= FoldedName.Longest && FoldedName.Of(words, stackalloc char[FoldedName.SizeOf(words)]) is { IsEmpty: false } folded
            ? Plainly(states, folded, isFolded: true)
            : null;

    private static StateInfo? ById(ImmutableArray<StateInfo> states, string words)
    {
        foreach (var state in states)
        {
            if (state.Id == words)
            {
                return state;
            }
        }

        return null;
    }

    private static StateInfo? Exactly(ImmutableArray<StateInfo> states, ReadOnlySpan<char> words, bool isFolded)
    {
        foreach (var state in states)
        {
            foreach (var answer in state.Answers)
            {
                if (isFolded ? FoldedName.Is(answer, words) : words.SequenceEqual(answer))
                {
                    return state;
                }
            }
        }

        return null;
    }
}
