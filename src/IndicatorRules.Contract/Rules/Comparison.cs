using System.Diagnostics.CodeAnalysis;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>
/// A figure compared with a number: <c>Value &gt; 60</c>. In <c>?:</c> or <c>if</c> it ends the rule as Undetermined
/// when the figure is missing or straddles the number; as a condition of <c>When</c> it does not.
/// </summary>
public readonly struct Comparison
{
    private readonly Verdict _verdict;
    private readonly bool _absent;

    internal Comparison(Verdict verdict, bool absent)
    {
        _verdict = verdict;
        _absent = absent;
    }

    /// <summary>The comparison as a verdict, so that <c>When</c> and the words of the algebra take it.</summary>
    public static implicit operator Verdict(Comparison comparison) => comparison._verdict;

    /// <summary>Both must hold.</summary>
    public static Verdict operator &(Comparison left, Comparison right) => left._verdict & right._verdict;

    /// <summary>One is enough.</summary>
    public static Verdict operator |(Comparison left, Comparison right) => left._verdict | right._verdict;

    /// <summary>Whether it holds.</summary>
    /// <exception cref="UndecidedException">The figure is missing, or may lie on either side.</exception>
    [SuppressMessage("Design", "CA1065", Justification = "Unknown must not turn into else: the host ends this rule alone.")]
    public static bool operator true(Comparison comparison) => comparison.Decide();

    /// <summary>Whether it does not hold.</summary>
    /// <exception cref="UndecidedException">The figure is missing, or may lie on either side.</exception>
    [SuppressMessage("Design", "CA1065", Justification = "Unknown must not turn into else: the host ends this rule alone.")]
    public static bool operator false(Comparison comparison) => !comparison.Decide();

    private bool Decide() => _verdict.Proven switch
    {
        // The scheme's status for an absence does not answer a comparison.
        Status.Met when !_absent => true,
        Status.NotMet when !_absent => false,
        _ => throw new UndecidedException(_verdict.Reason),
    };
}
