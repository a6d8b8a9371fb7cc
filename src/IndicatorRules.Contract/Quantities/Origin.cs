using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Quantities;

/// <summary>One place that a quantity rests on, so that a reader can look it up. Immutable.</summary>
internal sealed record Origin
{
    /// <summary>The kind of place; decides which of the other fields hold something.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>The row's index in the table; 0 for background figures.</summary>
    public int Index { get; init; }

    /// <summary>The row's number in the table as printed; empty for background figures.</summary>
    public string Number { get; init; } = "";

    /// <summary>The indicator's id, or the background figure's.</summary>
    public string Id { get; init; } = "";

    /// <summary>The item's id; empty for the row itself.</summary>
    public string Item { get; init; } = "";

    /// <summary>The year of its column; 0 where there is none.</summary>
    public int Year { get; init; }

    /// <summary>What it is of.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The words or figure at that place, with the unit.</summary>
    public LocalizedText Said { get; init; } = LocalizedText.Empty;

    /// <summary>Document, table and row; null when the facts do not say.</summary>
    public Source? Source { get; init; }

    /// <summary>Whether it is a verdict that is still undetermined.</summary>
    public bool IsOpen { get; init; }

    internal static int Compare(Origin a, Origin b)
    {
        var order = a.Kind.CompareTo(b.Kind);
        order = order != 0 ? order : a.Index.CompareTo(b.Index);
        order = order != 0 ? order : a.Year.CompareTo(b.Year);
        order = order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        return order != 0 ? order : string.CompareOrdinal(a.Item, b.Item);
    }
}
