using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Reasons;

/// <summary>What a <see cref="RecordedReason"/> says; the words are those of <see cref="Reason"/>. Immutable.</summary>
internal sealed record Details
{
    internal FigureInfo? Figure { get; init; }

    internal Reading? Reading { get; init; }

    internal int? Year { get; init; }

    internal decimal? Threshold { get; init; }

    internal decimal? UpperThreshold { get; init; }

    internal FigureInfo? Against { get; init; }

    internal decimal? Times { get; init; }

    internal Reading? Reference { get; init; }

    internal int? ReferenceYear { get; init; }

    internal decimal? PrintedChange { get; init; }

    internal string Text { get; init; } = "";

    internal decimal? Margin { get; init; }

    internal string Unit { get; init; } = "";

    internal ImmutableArray<Reason> Parts { get; init; } = [];

    internal bool IsCutShort { get; init; }
}
