using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Findings;

/// <summary>The operands of a <see cref="Finding"/> that few clauses have. Immutable.</summary>
internal sealed record Operands
{
    internal decimal? UpperThreshold { get; init; }

    internal Reading? Reference { get; init; }

    internal int? ReferenceYear { get; init; }

    internal decimal? PrintedChange { get; init; }
}
