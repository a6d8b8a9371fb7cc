namespace IndicatorRules.Contract.Checks;

/// <summary>What the scheme says of a background figure. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record BackgroundInfo(string Id, LocalizedText Name, string Unit);
