using System.ComponentModel;

namespace IndicatorRules.Contract.Checks;

/// <summary>The items of a row by name; the compiler derives one class per row, with a property per item.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CheckedItems
{
    internal CheckedIndicator? Owner { get; init; }

    /// <summary>For generated code: the item at a place in the scheme's order.</summary>
    protected CheckedFigure At(int index) => new CheckedItem(Owner!.Input, Owner.Row, Owner.Row.Items[index]);
}
