using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Rules;

/// <summary>Another indicator, or an item of it, as a rule sees it: <c>Indicator("water-total")</c>.</summary>
internal sealed class OtherFigure : Figure
{
    /// <param name="owner">The rule that looks at it.</param>
    /// <param name="info">What the scheme says of it.</param>
    /// <param name="id">The indicator's id in the facts.</param>
    /// <param name="index">Its place among the indicator's items; <see cref="BoundFigure.OwnIndex"/> for the indicator itself.</param>
    internal OtherFigure(RuleContext owner, FigureInfo info, string id, int index)
    {
        var asked = owner.Row;
        var row = new BoundRow(id);
        // Named in reasons, as an item is: it is not the row's own figure.
        Attach(owner, info with { IsItem = true }, 0);
        Join(row, index);
        row.Bind(new RuleInput(asked.Facts, asked.Facts.RowOf(asked.FactsYear, id), asked.FactsYear, asked.Year, asked.WithReasons));
    }
}
