using System.Collections.Immutable;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>What a check found: nothing, or contradictions, each with the places that contradict each other.</summary>
/// <remarks>The default value is nothing found. Immutable; safe on any thread.</remarks>
public readonly struct Contradictions
{
    // More than anyone reads; limits a script that adds contradictions to themselves.
    private const int Most = 1000;

    private readonly ImmutableArray<FoundContradiction> _all;

    internal Contradictions(ImmutableArray<FoundContradiction> all, string? fault = null)
    {
        _all = all.Length <= Most ? all : all[..Most];
        Fault = fault;
    }

    /// <summary>How many were found.</summary>
    public int Count => All.Length;

    /// <summary>What could not be looked into, as a key of <c>ScriptFault</c>; null where nothing failed.</summary>
    internal string? Fault { get; }

    internal ImmutableArray<FoundContradiction> All => _all.IsDefault ? [] : _all;

    /// <summary>A comparison that must not hold is a contradiction where it does; where it is not known it is none.</summary>
    public static implicit operator Contradictions(Answer answer) => answer.Holds == true
        ? new([new FoundContradiction { Kind = ContradictionKind.Holds, Origins = answer.Origins, Terms = answer.Terms }], answer.Fault)
        : new([], answer.Fault);

    /// <summary>What both found.</summary>
    public static Contradictions operator |(Contradictions left, Contradictions right) =>
        new(left.All.AddRange(right.All), left.Fault ?? right.Fault);
}
