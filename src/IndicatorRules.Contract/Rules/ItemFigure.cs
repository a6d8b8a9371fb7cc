namespace IndicatorRules.Contract.Rules;

/// <summary>An item as a rule sees it: <c>Items.Straw</c>.</summary>
internal sealed class ItemFigure : Figure
{
}
