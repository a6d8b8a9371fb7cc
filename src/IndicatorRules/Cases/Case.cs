using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Cases;

/// <summary>A case (用例): facts and the verdicts expected of them. Immutable.</summary>
public sealed class Case
{
    /// <summary>What the case shows, in the author's words.</summary>
    public required string Name { get; init; }

    /// <summary>The path of its file.</summary>
    public required string File { get; init; }

    /// <summary>The facts to judge.</summary>
    public required FactsFile Facts { get; init; }

    /// <summary>The year and evidence to judge by.</summary>
    public required AssessOptions Options { get; init; }

    /// <summary>The expected verdicts.</summary>
    public required ImmutableArray<Expectation> Expected { get; init; }

    /// <summary>The expected conclusion; null if any will do.</summary>
    public ConclusionExpectation? Conclusion { get; init; }

    /// <summary>All contradictions expected of the scheme's checks; null if any will do.</summary>
    public ImmutableArray<ContradictionExpectation>? Contradictions { get; init; }
}

/// <summary>A verdict that a case expects. Immutable.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="StageId">The stage; null for the indicator itself.</param>
/// <param name="Status">The status.</param>
/// <param name="Basis">The basis; null if any will do.</param>
/// <param name="Margin">The exact margin; null if any will do.</param>
public sealed record Expectation(string IndicatorId, string? StageId, Status Status, Basis? Basis, decimal? Margin);

/// <summary>The conclusion that a case expects. Null properties are not compared. Immutable.</summary>
public sealed class ConclusionExpectation
{
    /// <summary>The grade's id. If open verdicts leave the grade open, give the lowest and highest instead.</summary>
    public string? Grade { get; init; }

    /// <summary>The id of the lowest possible grade.</summary>
    public string? LeastGrade { get; init; }

    /// <summary>The id of the highest possible grade.</summary>
    public string? MostGrade { get; init; }

    /// <summary>The exact points.</summary>
    public decimal? Points { get; init; }

    /// <summary>The lowest possible points.</summary>
    public decimal? LeastPoints { get; init; }

    /// <summary>The highest possible points.</summary>
    public decimal? MostPoints { get; init; }

    /// <summary>The numbers of all indicators whose open verdicts decide the conclusion.</summary>
    public ImmutableArray<string>? DecidedBy { get; init; }
}

/// <summary>A contradiction that a case expects of the scheme's checks. Immutable.</summary>
/// <param name="CheckId">The check that reports it.</param>
/// <param name="IndicatorId">The indicator concerned; null for background figures.</param>
public sealed record ContradictionExpectation(string CheckId, string? IndicatorId)
{
    /// <inheritdoc/>
    public override string ToString() => IndicatorId is null ? CheckId : $"{CheckId} {IndicatorId}";
}
