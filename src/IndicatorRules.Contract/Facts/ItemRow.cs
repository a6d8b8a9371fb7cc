namespace IndicatorRules.Contract.Facts;

/// <summary>The id of an item that has a rule of its own: the row's id, a slash, the item's id.</summary>
internal static class ItemRow
{
    internal static string IdOf(string row, string item) => $"{row}/{item}";

    /// <summary>The row and the item of such an id; null for every other id.</summary>
    internal static (string Row, string Item)? Split(string id) =>
        id.IndexOf('/') is var at and > 0 ? (id[..at], id[(at + 1)..]) : null;
}
