namespace IndicatorRules.Contract.Facts;

/// <summary>Where a figure comes from. Immutable.</summary>
/// <param name="Document">The document's title or id.</param>
/// <param name="Locator">Table and row, or section, within the document; empty when it is the whole.</param>
public sealed record Source(string Document, string Locator = "")
{
    /// <summary>The document's title or id.</summary>
    public string Document { get; init => field = Given.NotNull(value); } = Given.NotNull(Document);

    /// <summary>Table and row, or section, within the document; empty when it is the whole.</summary>
    public string Locator { get; init => field = Given.NotNull(value); } = Given.NotNull(Locator);

    /// <inheritdoc/>
    public override string ToString() => Locator.Length == 0 ? Document : $"{Document} {Locator}";
}
