using System.ComponentModel;

namespace IndicatorRules.Contract.Checks;

/// <summary>The rows by name; the compiler derives one class per scheme, with a property per indicator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class CheckedSet
{
    internal CheckInput? Input { get; set; }

    /// <summary>For generated code: the row at a place in the scheme's order, without items.</summary>
    protected CheckedIndicator At(int index) => Bound(new PlainIndicator(), index);

    /// <summary>For generated code: the row at a place in the scheme's order, with its items.</summary>
    protected CheckedIndicator<TItems> At<TItems>(int index)
        where TItems : CheckedItems, new() => Bound(new CheckedIndicator<TItems>(), index);

    internal T Bound<T>(T indicator, int index)
        where T : CheckedIndicator
    {
        var row = Input!.Rows[index];
        indicator.Bind(Input, row, row.Own);
        return indicator;
    }
}
