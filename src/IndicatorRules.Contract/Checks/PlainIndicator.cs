namespace IndicatorRules.Contract.Checks;

/// <summary>A row as a check sees it, without its items by name.</summary>
internal sealed class PlainIndicator : CheckedIndicator
{
}
