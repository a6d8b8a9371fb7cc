using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Findings;

/// <summary>The operands of a <see cref="Finding"/> that few clauses have. Immutable.</summary>
internal sealed record Operands
{
    internal FigureInfo? Against { get; init; }

    internal decimal? Times { get; init; }

    internal decimal? UpperThreshold { get; init; }

    internal Reading? Reference { get; init; }

    internal int? ReferenceYear { get; init; }

    internal decimal? PrintedChange { get; init; }
}
