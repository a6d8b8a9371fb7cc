using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Checks;

/// <summary>One row with its facts and its verdict, as checks look at it. Immutable.</summary>
/// <param name="Index">Its index in the table.</param>
/// <param name="Number">Its number in the table as printed.</param>
/// <param name="Own">The indicator.</param>
/// <param name="Items">Its items, in the scheme's order.</param>
/// <param name="Source">The document and place of the scheme's target.</param>
/// <param name="Facts">What is known of it in the year checked; null when the year does not name it.</param>
/// <param name="Reason">The reasons of its verdict.</param>
internal sealed record CheckedRow(
    int Index,
    string Number,
    CheckedFigureInfo Own,
    ImmutableArray<CheckedFigureInfo> Items,
    Source Source,
    IndicatorFacts? Facts,
    Reason? Reason)
{
    internal string Id => Own.Figure.Id;

    /// <summary>The indicator first, then its items, each with its fact.</summary>
    internal IEnumerable<FactOfFigure> Figures => Facts is { } facts
        ? Items.Select(i => new FactOfFigure(i, facts.Item(i.Figure.Id))).Prepend(new FactOfFigure(Own, facts.Own))
        : [];

    /// <summary>A place in the facts.</summary>
    internal Origin InFacts(CheckedFigureInfo info, int year, LocalizedText said, Source? source) => new()
    {
        Kind = OriginKind.Facts,
        Index = Index,
        Number = Number,
        Id = Id,
        Item = info.Figure.IsItem ? info.Figure.Id : "",
        Year = year,
        Name = info.Figure.Name,
        Said = said,
        Source = source ?? Facts?.Own.Source,
    };

    /// <summary>A place in the scheme.</summary>
    internal Origin InScheme(CheckedFigureInfo info, LocalizedText said) => new()
    {
        Kind = OriginKind.Scheme,
        Index = Index,
        Number = Number,
        Id = Id,
        Item = info.Figure.IsItem ? info.Figure.Id : "",
        Name = info.Figure.Name,
        Said = said,
        Source = Source,
    };
}

/// <summary>A figure of the scheme with what the facts say of it. Immutable.</summary>
internal sealed record FactOfFigure(CheckedFigureInfo Info, Fact Fact);
