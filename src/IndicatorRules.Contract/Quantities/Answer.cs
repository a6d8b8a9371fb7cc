using System.Collections.Immutable;

namespace IndicatorRules.Contract.Quantities;

/// <summary>Yes, no, or not known: what a comparison of quantities gives. It does not turn into <see cref="bool"/>.</summary>
/// <remarks>The default value is "not known". Immutable; safe on any thread.</remarks>
public readonly struct Answer
{
    private const int MostTerms = 16;

    private readonly ImmutableArray<Origin> _origins;
    private readonly ImmutableArray<Term> _terms;

    internal Answer(bool? holds, ImmutableArray<Term> terms, ImmutableArray<Origin> origins)
    {
        Holds = holds;
        _terms = terms;
        _origins = origins;
    }

    /// <summary>Yes or no; null when it is not known.</summary>
    public bool? Holds { get; }

    /// <summary>What it rests on.</summary>
    public ImmutableArray<Origin> Origins => _origins.IsDefault ? [] : _origins;

    internal ImmutableArray<Term> Terms => _terms.IsDefault ? [] : _terms;

    /// <summary>Both: no wins, then not known.</summary>
    public static Answer operator &(Answer left, Answer right) => new(left.Holds & right.Holds, Joined(left, right), Places(left, right));

    /// <summary>Either: yes wins, then not known.</summary>
    public static Answer operator |(Answer left, Answer right) => new(left.Holds | right.Holds, Joined(left, right), Places(left, right));

    private static ImmutableArray<Term> Joined(Answer left, Answer right) => [.. left.Terms.AddRange(right.Terms).Take(MostTerms)];

    private static ImmutableArray<Origin> Places(Answer left, Answer right) => OriginSet.Union(left.Origins, right.Origins);
}
