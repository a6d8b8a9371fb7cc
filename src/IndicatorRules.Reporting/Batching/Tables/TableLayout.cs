using System.Collections.Immutable;

namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>Which column of a table says what. A slot is the place of a cell among those that are kept. Immutable.</summary>
internal sealed record TableLayout
{
    /// <summary>The column that names the place.</summary>
    internal required int PlaceOrdinal { get; init; }

    /// <summary>The columns kept, by slot.</summary>
    internal required ImmutableArray<int> Ordinals { get; init; }

    /// <summary>The slot of each known column; -1 where the table has none.</summary>
    internal required ImmutableArray<int> Slots { get; init; }

    /// <summary>The columns about the place.</summary>
    internal required ImmutableArray<AttributeColumn> Attributes { get; init; }

    /// <summary>How many columns the table has.</summary>
    internal required int Width { get; init; }

    internal int SlotOf(TableColumn column) => Slots[(int)column];
}
