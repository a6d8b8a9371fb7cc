namespace IndicatorRules.Contract.Facts;

/// <summary>Where a figure comes from. Immutable.</summary>
/// <param name="Document">The document's title or id.</param>
/// <param name="Place">Table and row, or section, within the document; empty when it is the whole.</param>
public sealed record Source(string Document, string Place = "")
{
    /// <summary>The document's title or id.</summary>
    public string Document { get; init => field = Given.NotNull(value); } = Given.NotNull(Document);

    /// <summary>Table and row, or section, within the document; empty when it is the whole.</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <inheritdoc/>
    public override string ToString() => Place.Length == 0 ? Document : $"{Document} {Place}";
}
