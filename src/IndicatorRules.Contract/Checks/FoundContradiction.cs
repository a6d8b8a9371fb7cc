using System.Collections.Immutable;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Checks;

/// <summary>One contradiction that a check found. Holds no sentences: the host renders it in either language. Immutable.</summary>
internal sealed record FoundContradiction
{
    internal required ContradictionKind Kind { get; init; }

    /// <summary>The places that contradict each other.</summary>
    internal required ImmutableArray<Origin> Origins { get; init; }

    /// <summary>The two sides, for figures that differ.</summary>
    internal (Quantity One, Quantity Other) Sides { get; init; }

    /// <summary>How far apart the sides may be.</summary>
    internal decimal By { get; init; }

    /// <summary>The comparisons that hold.</summary>
    internal ImmutableArray<Term> Terms { get; init; } = [];

    /// <summary>The year that a claimed course would be compared with, or a dated target is due; null for other kinds.</summary>
    internal int? Year { get; init; }

    /// <summary>The line in the script's file; 0 where the word applies to every row.</summary>
    internal int Line { get; init; }
}
