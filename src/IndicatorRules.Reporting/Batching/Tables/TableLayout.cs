using System.Collections.Immutable;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>Which column of a table says what. Immutable.</summary>
internal sealed record TableLayout
{
    /// <summary>Where each known column stands; -1 where the table has none.</summary>
    internal required ImmutableArray<int> Slots { get; init; }

    /// <summary>The columns about the place.</summary>
    internal required ImmutableArray<AttributeColumn> Attributes { get; init; }

    /// <summary>How many columns the table has.</summary>
    internal required int Width { get; init; }

    internal int SlotOf(TableColumn column) => Slots[(int)column];
}
