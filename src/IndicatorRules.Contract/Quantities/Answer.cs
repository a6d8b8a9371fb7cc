using System.Collections.Immutable;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Quantities;

/// <summary>Yes, no, or not known: what a comparison of quantities gives. It does not turn into <see cref="bool"/>.</summary>
/// <remarks>The default value is "not known". Immutable; safe on any thread.</remarks>
public readonly struct Answer
{
    private const int MostTerms = 16;

    private readonly ImmutableArray<Origin> _origins;
    private readonly ImmutableArray<Term> _terms;

    internal Answer(bool? holds, ImmutableArray<Term> terms, ImmutableArray<Origin> origins, string? fault = null)
    {
        Holds = holds;
        Fault = fault;
        _terms = terms;
        _origins = origins;
    }

    /// <summary>Yes or no; null when it is not known.</summary>
    public bool? Holds { get; }

    /// <summary>What went wrong in working it out, as a key of <c>ScriptFault</c>; null where nothing did.</summary>
    internal string? Fault { get; }

    /// <summary>What it rests on.</summary>
    internal ImmutableArray<Origin> Origins => _origins.IsDefault ? [] : _origins;

    internal ImmutableArray<Term> Terms => _terms.IsDefault ? [] : _terms;

    /// <summary>Both: no wins, then not known.</summary>
    public static Answer operator &(Answer left, Answer right) =>
        new(left.Holds & right.Holds, Joined(left, right), Union(left, right), left.Fault ?? right.Fault);

    /// <summary>Either: yes wins, then not known. What it rests on is what gave that answer.</summary>
    public static Answer operator |(Answer left, Answer right)
    {
        var holds = left.Holds | right.Holds;
        var (one, other) = (left.Holds == holds, right.Holds == holds);
        var fault = left.Fault ?? right.Fault;
        return one && other ? new(holds, Joined(left, right), Union(left, right), fault)
            : one ? new(holds, left.Terms, left.Origins, fault)
            : new(holds, right.Terms, right.Origins, fault);
    }

    /// <summary>An answer that a script could not give.</summary>
    /// <param name="fault">A key of <c>ScriptFault</c>.</param>
    internal static Answer Failed(string fault) => new(null, [], [], fault);

    private static ImmutableArray<Term> Joined(Answer left, Answer right) => [.. left.Terms.AddRange(right.Terms).Take(MostTerms)];

    private static ImmutableArray<Origin> Union(Answer left, Answer right) => OriginSet.Union(left.Origins, right.Origins);
}
