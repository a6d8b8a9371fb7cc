
namespace IndicatorRules.Contract.Checks;

/// <summary>An item of a row as a check sees it: <c>Indicators.FarmWaste.Items.Straw</c>.</summary>
internal sealed class CheckedItem : CheckedFigure
{
    internal CheckedItem(CheckInput input, CheckedRow row, CheckedFigureInfo info) => Bind(input, row, info);
}
