using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Rules;

/// <summary>An item as a rule sees it: <c>Items.Straw</c>.</summary>
internal sealed class ItemFigure : Figure
{
    internal void Bind(Fact fact) => Fact = fact;

    internal override Fact FactIn(IndicatorFacts facts) => facts.Item(Info.Id);
}
